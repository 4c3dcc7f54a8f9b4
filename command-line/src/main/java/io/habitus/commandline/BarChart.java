package io.habitus.commandline;

import java.util.List;

/** Horizontal bars of block characters, an eighth of a character exact. */
final class BarChart {

    private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";

    /** One bar; {@code value} is 0 or more. */
    record Bar(String label, long value) {}

    /** The bars as lines, the longest bar {@code width} characters long. */
    static List<String> lines(List<Bar> bars, int width) {
        long most = bars.stream().mapToLong(Bar::value).max().orElse(0);
        return bars.stream()
                .map(bar -> bar.label + "  " + drawn(bar.value, most, width) + " " + PlainText.count(bar.value))
                .toList();
    }

    private static String drawn(long value, long most, int width) {
        if (value == 0) {
            return "";
        }
        // What was heard at all is seen: at least an eighth.
        int eighths = (int) Math.max(1, Math.round(8.0 * width * value / most));
        String part = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8, eighths % 8 + 1);
        return "█".repeat(eighths / 8) + part;
    }

    private BarChart() {}
}
