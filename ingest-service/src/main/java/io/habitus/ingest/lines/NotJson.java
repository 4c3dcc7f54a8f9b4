package io.habitus.ingest.lines;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** Why something is not JSON, in words for who sent it. */
final class NotJson {

    private static final int MOST = 150;
    private static final String[] ABOUT_JACKSON = {"\n", " (start marker", " at [Source", " (from `", " at [No location"
    };

    static String because(JacksonException broken) {
        if (broken instanceof StreamConstraintsException) {
            return "not JSON that is read here: nested too deeply, or a number or name too long";
        }
        String why = broken.getOriginalMessage() == null ? "" : broken.getOriginalMessage();
        String shown = CleanText.lineOf(why.substring(0, Math.min(endOf(why), MOST)));
        int column = broken.getLocation() == null ? -1 : broken.getLocation().getColumnNr();
        return "not JSON" + (column > 0 ? " at byte " + column : "") + (shown.isEmpty() ? "" : ": " + shown);
    }

    /** Where the message begins to speak of the parser's own classes and settings. */
    private static int endOf(String message) {
        int end = message.length();
        for (String beginning : ABOUT_JACKSON) {
            int at = message.indexOf(beginning);
            end = at >= 0 && at < end ? at : end;
        }
        return end;
    }

    private NotJson() {}
}
