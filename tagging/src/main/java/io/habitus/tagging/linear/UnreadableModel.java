package io.habitus.tagging.linear;

/** A model file that is not what it should be. */
public final class UnreadableModel extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableModel(String why) {
        super(why);
    }
}
