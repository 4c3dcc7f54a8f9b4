package io.habitus.ingest.lines;

import java.util.Locale;

/**
 * An address in the web: http or https, with a host, without a user in it.
 *
 * @param url as stated
 * @param site the host in lower case
 */
record WebAddress(String url, String site) {

    /** Longer ones are not kept. */
    private static final int MAX_LENGTH = 4_000;

    /** The address, or null if it is none. Nobody should follow {@code javascript:}, so it is none. */
    static WebAddress of(String stated) {
        String url = stated.strip();
        if (url.length() > MAX_LENGTH || url.chars().anyMatch(c -> c <= ' ') || CleanText.isUnfitForId(url)) {
            return null;
        }
        int from = hostOf(url);
        if (from < 0) {
            return null;
        }
        int to = from;
        while (to < url.length() && "/?#\\".indexOf(url.charAt(to)) < 0) {
            to++;
        }
        String host = withoutPort(url.substring(from, to)).toLowerCase(Locale.ROOT);
        boolean plausible = !host.isEmpty()
                && host.length() <= 253
                && host.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
        return plausible ? new WebAddress(url, host) : null;
    }

    private static int hostOf(String url) {
        if (url.regionMatches(true, 0, "https://", 0, 8)) {
            return 8;
        }
        return url.regionMatches(true, 0, "http://", 0, 7) ? 7 : -1;
    }

    private static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        boolean port = colon >= 0 && authority.chars().skip(colon + 1L).allMatch(c -> c >= '0' && c <= '9');
        return port ? authority.substring(0, colon) : authority;
    }
}
