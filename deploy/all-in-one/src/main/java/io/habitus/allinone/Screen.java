package io.habitus.allinone;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** The terminal: one line per event. */
final class Screen {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PrintStream out;

    Screen(PrintStream out) {
        this.out = out;
    }

    /** Something happened now, to this part. */
    void event(String who, String what) {
        out.printf("%s  %-17s %s%n", LocalTime.now().format(TIME), who, what);
    }

    /** A line of its own. */
    void line(String text) {
        out.println(text);
    }
}
