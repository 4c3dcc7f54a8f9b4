package io.habitus.persona.words;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How much of each voice is heard, so that nobody is heard longer than whoever takes the same place on the other side.
 *
 * <p>A voice that says more uses more words, whichever they are. Were all that is said compared, a watch whose voices say
 * twice as much would seem to use every word more than others. So the voices of each side are ranked by how much they say,
 * and over all ranks each side is heard as long as the one that says less there: matching by quantiles. Then the distribution
 * of what is heard of a voice is the same on both sides, and where both talk alike, hardly anything is left out.
 */
final class EqualTalk {

    private EqualTalk() {}

    /**
     * How much is heard of each voice of one side. Over all of its voices that is, but for less than 1, as much in the
     * mean as what is heard of the voices of the other side.
     *
     * @param said how much each of its voices says
     * @param ids of these voices, which decide between those that say as much
     * @param saidElsewhere how much each voice of the other side says; at least one
     */
    static int[] limits(int[] said, long[] ids, int[] saidElsewhere) {
        int[] sorted = saidElsewhere.clone();
        Arrays.sort(sorted);
        int[] ranked = IntStream.range(0, said.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer voice) -> said[voice])
                        .thenComparingLong(voice -> Hash.mix(ids[voice])))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] limits = new int[said.length];
        // A rank is as wide as the other side has voices, and one of theirs as wide as this one has: all in whole
        // numbers.
        long width = sorted.length;
        long left = 0;
        for (int rank = 0; rank < ranked.length; rank++) {
            long heard = left + heard(said[ranked[rank]], rank * width, (rank + 1) * width, sorted, said.length);
            limits[ranked[rank]] = (int) (heard / width);
            left = heard % width;
        }
        return limits;
    }

    /** The lesser of both, over a stretch of ranks. */
    private static long heard(int said, long from, long to, int[] sortedElsewhere, long widthElsewhere) {
        long heard = 0;
        for (long at = from; at < to; ) {
            int other = (int) (at / widthElsewhere);
            long until = Math.min(to, (other + 1) * widthElsewhere);
            heard += (until - at) * Math.min(said, sortedElsewhere[other]);
            at = until;
        }
        return heard;
    }
}
