package io.habitus.ingest.lines;

import java.util.Locale;

/** The name of a source: {@code twitter}, {@code forum.example.de}. */
public final class SourceName {

    /** What a name must be, in words. */
    public static final String RULE = "1 to 64 of the characters a-z 0-9 . _ -";

    /** The name in lower case, or null if it is none. */
    public static String of(String stated) {
        String name = stated.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > 64) {
            return null;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
            if (!fits) {
                return null;
            }
        }
        return name;
    }

    private SourceName() {}
}
