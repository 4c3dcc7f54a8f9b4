package io.habitus.persona.timeline;

/** A timeline is being restored, or handed from one instance to another. Worth asking again in some seconds. */
public final class TimelinesAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param partition that was asked for */
    public TimelinesAway(int partition) {
        super("the timelines of partition " + partition + " are not open here");
    }

    /** @param closed what happened to the store while it was read */
    public TimelinesAway(Throwable closed) {
        super("a timeline was taken away while it was read", closed);
    }
}
