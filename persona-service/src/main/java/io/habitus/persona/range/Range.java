package io.habitus.persona.range;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A stretch of time somebody asks for.
 *
 * @param from inclusive; null for the first mention
 * @param to exclusive; null for the last mention, which is then included
 * @param interval how to cut it; null for one that makes a readable number of buckets
 * @param zone whose clock and calendar the buckets follow
 */
public record Range(Instant from, Instant to, Interval interval, ZoneId zone) {}
