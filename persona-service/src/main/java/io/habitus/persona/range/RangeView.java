package io.habitus.persona.range;

import io.habitus.contracts.LiveView;
import java.time.ZoneId;

/**
 * What a watch hears in a range.
 *
 * @param view its window is null
 * @param interval how it was cut
 */
public record RangeView(LiveView view, Interval interval, ZoneId zone) {}
