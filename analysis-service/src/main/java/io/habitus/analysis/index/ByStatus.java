package io.habitus.analysis.index;

/**
 * Only what is about the document itself refuses it. Too many requests, a full disk (429 as well), a missing or closed
 * index, missing rights and the limit of shards (a 400) are about the cluster, and pass when somebody has seen to it.
 */
final class ByStatus implements Judging {

    private static final int CONFLICT = 409;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final String LIMIT_OF_THE_CLUSTER = "validation_exception";
    private static final String INDEX_CLOSED = "index_closed_exception";

    @Override
    public Fate judge(Answer answer) {
        if (answer.status() / 100 == 2) {
            return Fate.WRITTEN;
        }
        if (answer.status() == CONFLICT) {
            return Fate.ALREADY_THERE;
        }
        return isAboutTheDocument(answer) ? Fate.REFUSED : Fate.AGAIN;
    }

    private static boolean isAboutTheDocument(Answer answer) {
        if (answer.status() == TOO_LARGE) {
            return true;
        }
        return answer.status() == BAD_REQUEST
                && !LIMIT_OF_THE_CLUSTER.equals(answer.error())
                && !INDEX_CLOSED.equals(answer.error());
    }
}
