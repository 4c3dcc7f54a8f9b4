package io.habitus.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a watch hears in a stretch of time. At most 64 KiB as JSON.
 *
 * @param window the rolling window, or null for a chosen range
 * @param from inclusive, UTC
 * @param to exclusive, UTC
 * @param asOf by partition of {@link Topics#MENTIONS}, the offset of the newest mention counted in; partitions that
 *     never contributed are absent
 * @param total of the whole stretch; its voices are distinct over the whole stretch
 * @param series the same cut into buckets, oldest first; buckets in which nothing was heard are absent
 */
public record LiveView(
        String project,
        String watch,
        Window window,
        Instant from,
        Instant to,
        Map<Integer, Long> asOf,
        Volume total,
        List<Bucket> series) {

    /** The rolling windows that are kept live, each with its bucket. */
    public enum Window {
        /** The last 60 minutes, by minute. */
        @JsonProperty("hour")
        HOUR,
        /** The last 24 hours, by hour. */
        @JsonProperty("day")
        DAY,
        /** The last 7 days, by hour. */
        @JsonProperty("week")
        WEEK
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
     * A piece of the series.
     *
     * @param start inclusive, UTC
     */
    public record Bucket(Instant start, Volume volume) {}
}
