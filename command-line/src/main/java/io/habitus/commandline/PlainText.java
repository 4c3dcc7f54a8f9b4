package io.habitus.commandline;

import java.time.Duration;
import java.util.Locale;

/** What may be written to a terminal. Foreign text must not move its cursor, colour it, or turn its direction. */
final class PlainText {

    /** On one line: control characters and white space become spaces, marks that turn the direction are left out. */
    static String line(String foreign) {
        var plain = new StringBuilder(foreign.length());
        foreign.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || Character.isWhitespace(c)) {
                if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                    plain.append(' ');
                }
            } else if (!turnsDirection(c)) {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }

    /** The same, at most {@code width} characters of it. */
    static String line(String foreign, int width) {
        String plain = line(foreign);
        if (plain.codePointCount(0, plain.length()) <= width) {
            return plain;
        }
        return plain.substring(0, plain.offsetByCodePoints(0, width - 1)) + "…";
    }

    static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        String[] units = {"KiB", "MiB", "GiB", "TiB"};
        double size = bytes / 1024.0;
        int unit = 0;
        while (size >= 1024 && unit < units.length - 1) {
            size /= 1024;
            unit++;
        }
        return String.format(Locale.ENGLISH, "%.1f %s", size, units[unit]);
    }

    /** Minutes and seconds, or hours and minutes from an hour on. */
    static String time(Duration duration) {
        if (duration.toHours() > 0) {
            return "%d h %02d min".formatted(duration.toHours(), duration.toMinutesPart());
        }
        return "%d:%02d min".formatted(duration.toMinutes(), duration.toSecondsPart());
    }

    private static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
    }

    private PlainText() {}
}
