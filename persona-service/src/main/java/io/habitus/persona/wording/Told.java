package io.habitus.persona.wording;

import io.habitus.persona.words.OwnWords;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What somebody is told who asks for own words. */
public sealed interface Told {

    /**
     * The own words of a watch.
     *
     * @param from of the stretch they were found in, which may have been asked for a little earlier; inclusive
     * @param to exclusive
     * @param comparedFrom since when what the watch heard was compared, where that is not all of it: the sample reaches no
     *     farther back; else null
     * @param asOf by partition of MENTIONS, the highest offset heard
     * @param texts how many were compared
     * @param share of the watch's voices that were looked at, over 0 to 1
     * @param sampled how many texts they were compared with: of everything else heard, or of the watch's other mentions
     */
    record Answer(
            Instant from,
            Instant to,
            Instant comparedFrom,
            Map<Integer, Long> asOf,
            int texts,
            double share,
            int sampled,
            OwnWords words)
            implements Told {}

    /**
     * Not now.
     *
     * @param reason for a person to read
     * @param after when it is worth asking again
     */
    record Later(String reason, Duration after) implements Told {}
}
