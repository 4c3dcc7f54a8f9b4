package io.habitus.simulator;

/**
 * What happens to posts after they were written, and how badly the source reports it; each a share of all posts, 0 to 1.
 *
 * @param edits written anew; every second one carries an explicit revision, the others rely on their order
 * @param deletes taken back some time after they were heard
 * @param duplicates sent a second time, word for word, possibly after an edit
 * @param deletesBeforeCreates whose deletion is reported before the post itself, which then must not appear
 * @param measures counted anew later (likes, replies, reposts, views)
 * @param late reported up to some thousand posts after their turn; an edited one may report the edit first
 * @param doubtfulTimes whose stated time is not when they were written: missing, an hour or two off as by a wrong time
 *     zone, only the day, or years too early
 */
public record Disorder(
        double edits,
        double deletes,
        double duplicates,
        double deletesBeforeCreates,
        double measures,
        double late,
        double doubtfulTimes) {

    /** Every post once and never again. */
    public static final Disorder NONE = new Disorder(0, 0, 0, 0, 0, 0, 0);

    /** As bad as a real source on a bad day, but with honest times, so that every figure by time can be recounted. */
    public static final Disorder USUAL = new Disorder(.05, .05, .10, .01, .05, .05, 0);

    /** The same, and some times lie. */
    public static final Disorder DOUBTFUL = new Disorder(.05, .05, .10, .01, .05, .05, .03);

    public Disorder {
        for (double share :
                new double[] {edits, deletes, duplicates, deletesBeforeCreates, measures, late, doubtfulTimes}) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a share is between 0 and 1, not " + share);
            }
        }
        if (deletes + deletesBeforeCreates > 1) {
            throw new IllegalArgumentException("more posts deleted than written");
        }
    }
}
