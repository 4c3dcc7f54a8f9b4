package io.habitus.commandline;

/** Something the person who typed must know and can change; its message is one whole sentence for them. */
final class CannotDo extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotDo(String sentence) {
        super(sentence);
    }

    CannotDo(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
