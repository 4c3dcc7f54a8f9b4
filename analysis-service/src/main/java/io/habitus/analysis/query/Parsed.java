package io.habitus.analysis.query;

import java.util.List;

/** What became of a query as typed. Offsets and lengths are UTF-16 units of the text as typed. */
public sealed interface Parsed {

    /**
     * The query is understood.
     *
     * @param normalForm the same query written out: operators in full, words as they are matched
     * @param warnings what might be read otherwise than meant, in the order of their offsets
     */
    record Accepted(Query query, String normalForm, List<Warning> warnings) implements Parsed {}

    /**
     * The query breaks the grammar, a limit, or uses what is not there yet.
     *
     * @param code stable name of the reason, for translation
     * @param message in English
     * @param expected what could stand there, or null
     * @param suggestion a corrected query, or null
     */
    record Refused(String code, String message, int offset, int length, String expected, String suggestion)
            implements Parsed {}

    /**
     * Something to look at twice.
     *
     * @param code stable name of the reason, for translation
     * @param message in English
     */
    record Warning(String code, String message, int offset, int length) {}
}
