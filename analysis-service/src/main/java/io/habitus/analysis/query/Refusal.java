package io.habitus.analysis.query;

/** Carries a refusal out of the recursive descent; never leaves {@link QueryParser}. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Parsed.Refused refused;

    Refusal(Complaint complaint, String message, int offset, int length, String expected, String suggestion) {
        super(message, null, false, false);
        refused = new Parsed.Refused(complaint.code(), message, offset, length, expected, suggestion);
    }

    Parsed.Refused refused() {
        return refused;
    }
}
