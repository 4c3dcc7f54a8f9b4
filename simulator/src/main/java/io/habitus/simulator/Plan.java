package io.habitus.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to simulate.
 *
 * @param seed any number
 * @param posts how many distinct posts, at least 1; there are more lines if there is {@code disorder}
 * @param from when the first post may be written, UTC, inclusive
 * @param to exclusive
 * @param heardShare share of everyday texts that name one of the brands of {@link SimulatedWatches}, 0 to 1; if it is
 *     not 0, incidents come on top, at most a twentieth of all posts
 * @param disorder what happens to posts after they were written
 * @param pace when how much is said
 */
public record Plan(long seed, int posts, Instant from, Instant to, double heardShare, Disorder disorder, Pace pace) {

    /** Share of texts that name a brand, unless said otherwise: most of what is said is about something else. */
    public static final double USUAL_HEARD_SHARE = .4;

    public Plan {
        if (posts < 1) {
            throw new IllegalArgumentException("at least one post, not " + posts);
        }
        if (!(heardShare >= 0 && heardShare <= 1)) {
            throw new IllegalArgumentException("a share is between 0 and 1, not " + heardShare);
        }
    }

    /** As people talk, by the hour of the week. */
    public Plan(long seed, int posts, Instant from, Instant to, double heardShare, Disorder disorder) {
        this(seed, posts, from, to, heardShare, disorder, Pace.WEEKLY);
    }

    /** Orderly posts of the 90 days before the last full hour. */
    public static Plan of(long seed, int posts) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
        return new Plan(seed, posts, now.minus(Duration.ofDays(90)), now, USUAL_HEARD_SHARE, Disorder.NONE);
    }

    /** The same in another stretch of time. */
    public Plan between(Instant newFrom, Instant newTo) {
        return new Plan(seed, posts, newFrom, newTo, heardShare, disorder, pace);
    }

    /** The same with another share of texts that name a brand. */
    public Plan heard(double share) {
        return new Plan(seed, posts, from, to, share, disorder, pace);
    }

    /** The same with other chance. */
    public Plan withSeed(long other) {
        return new Plan(other, posts, from, to, heardShare, disorder, pace);
    }

    /** The same, but worse reported. */
    public Plan with(Disorder newDisorder) {
        return new Plan(seed, posts, from, to, heardShare, newDisorder, pace);
    }

    /** The same, but evenly spread, as a stream. */
    public Plan evenly() {
        return new Plan(seed, posts, from, to, heardShare, disorder, Pace.EVEN);
    }

    /**
     * What the ids of its posts begin with: the seed, and eight hexadecimal digits of a hash over all the rest. Other
     * posts of the same seed, as of a larger plan, must not look like edits of these.
     */
    String beginningOfIds() {
        String rest = Stream.of(
                        posts,
                        from,
                        to,
                        heardShare,
                        disorder.edits(),
                        disorder.deletes(),
                        disorder.duplicates(),
                        disorder.deletesBeforeCreates(),
                        disorder.measures(),
                        disorder.late(),
                        disorder.doubtfulTimes(),
                        pace.name())
                .map(Object::toString)
                .collect(Collectors.joining(" "));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(rest.getBytes(StandardCharsets.UTF_8));
            return "s" + seed + "-" + HexFormat.of().formatHex(digest, 0, 4) + "-";
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
