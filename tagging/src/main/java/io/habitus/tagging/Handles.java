package io.habitus.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The handles a text names, wherever text leaves: what counts as one, and what is shown in its place. One rule for all
 * rooms.
 */
public final class Handles {

    /** Shown instead of a handle. */
    public static final String MASK = "@…";

    /**
     * More than the tokens call a handle: the address of a mail names a person as well. Possessive, or a text of nothing
     * but dots and letters would exhaust the stack.
     */
    private static final Pattern HANDLE =
            Pattern.compile("[@＠﹫][\\p{L}\\p{M}\\p{N}_]++(?:[.\\-@][\\p{L}\\p{M}\\p{N}_]++)*+");

    private Handles() {}

    /**
     * A handle in a text.
     *
     * @param start of its {@code @}, in UTF-16 units
     * @param end behind it
     * @param name as written, without {@code @}
     */
    public record Handle(int start, int end, String name) {}

    /** All of them, in order. */
    public static List<Handle> in(String written) {
        var handles = new ArrayList<Handle>();
        var matcher = HANDLE.matcher(written);
        while (matcher.find()) {
            handles.add(
                    new Handle(matcher.start(), matcher.end(), matcher.group().substring(1)));
        }
        return handles;
    }

    /** The text with every handle masked; null stays null. */
    public static String masked(String written) {
        return written == null ? null : HANDLE.matcher(written).replaceAll(MASK);
    }
}
