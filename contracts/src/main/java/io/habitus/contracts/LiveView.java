package io.habitus.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a watch hears in a stretch of time. At most 64 KiB as JSON.
 *
 * @param window the rolling window, or null for a chosen range
 * @param from inclusive, UTC
 * @param to exclusive, UTC
 * @param first when the first mention this watch hears now was made, in this stretch or not; null if it hears none
 * @param last likewise the last
 * @param asOf by partition of {@link Topics#MENTIONS}, the offset of the newest mention counted in; partitions that
 *     never contributed are absent
 * @param total of the whole stretch; its voices are distinct over the whole stretch
 * @param piles how all posts and reposts of the stretch speak; null in a view from before there were any
 * @param sources where the stretch was said, the loudest first; null in a view from before they were counted
 * @param series the same cut into buckets, oldest first; buckets in which nothing was heard are absent. The outermost
 *     may reach beyond the stretch; only what lies in it is counted
 */
public record LiveView(
        String project,
        String watch,
        Window window,
        Instant from,
        Instant to,
        Instant first,
        Instant last,
        Map<Integer, Long> asOf,
        Volume total,
        Piles piles,
        List<FromSource> sources,
        List<Bucket> series) {

    /** The rolling windows that are kept live, each with its bucket. */
    public enum Window {
        /** The last 60 minutes, by minute. All windows move by whole minutes and end with the current one. */
        @JsonProperty("hour")
        HOUR(Duration.ofHours(1)),
        /** The last 24 hours, by hour. */
        @JsonProperty("day")
        DAY(Duration.ofDays(1)),
        /** The last 7 days, by hour. */
        @JsonProperty("week")
        WEEK(Duration.ofDays(7));

        private final Duration length;

        Window(Duration length) {
            this.length = length;
        }

        /** From its start to its end. */
        public Duration length() {
            return length;
        }
    }

    /**
     * How much was said.
     *
     * @param posts that are not reposts
     * @param reposts that carry another post on
     * @param voices distinct authors of either; exact
     * @param anonymous posts and reposts without an author; they count as no voice
     */
    public record Volume(long posts, long reposts, long voices, long anonymous) {}

    /**
     * How posts and reposts speak, as the models judge each; together they are all of them.
     *
     * @param unsure those of which the model would not say
     * @param unjudged those that were heard before there were models
     */
    public record Piles(long positive, long neutral, long negative, long unsure, long unjudged) {

        /** Nothing was said. */
        public static final Piles NONE = new Piles(0, 0, 0, 0, 0);
    }

    /**
     * What came from one source.
     *
     * @param source its name; null for all that is not named: more sources than {@link #MOST}, and what was heard before
     *     sources were counted
     */
    public record FromSource(String source, long posts, long reposts) {

        /** So many sources are named. */
        public static final int MOST = 20;
    }

    /**
     * A piece of the series.
     *
     * @param start inclusive, UTC
     */
    public record Bucket(Instant start, Volume volume) {}
}
