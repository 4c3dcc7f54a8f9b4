package io.habitus.bench;

/** Why nothing can be measured, in one sentence for the person who asked. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refused(String sentence) {
        super(sentence);
    }

    Refused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
