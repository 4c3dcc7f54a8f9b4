package io.habitus.simulator;

/** What somebody does by saying something; an act of speech, each with its own turns of phrase. */
public enum Deed {
    CHAT,
    ASK,
    COMPLAIN,
    WARN,
    PRAISE,
    RECOMMEND,
    /** Helps somebody who asked. */
    ANSWER,
    /** Who asked says that it helped. */
    THANK,
    /** Who asked says that it did not help, or not for long. */
    REOPEN
}
