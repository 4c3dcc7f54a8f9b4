package io.habitus.simulator;

import java.util.Locale;

/**
 * One thing written in a text that is exactly one token.
 *
 * @param shown as written
 * @param token as it counts: lower case, umlauts written out
 * @param mark {@code #token}, {@code @token} or null
 * @param joined whether it hangs on the item before it by a hyphen instead of a space
 */
record Item(String shown, String token, String mark, boolean joined) {

    static Item word(String shown) {
        return new Item(shown, folded(shown), null, false);
    }

    static Item hyphened(String shown) {
        return new Item(shown, folded(shown), null, true);
    }

    static Item tag(String shown) {
        return new Item("#" + shown, folded(shown), "#" + folded(shown), false);
    }

    static Item handle(String shown) {
        return new Item("@" + shown, folded(shown), "@" + folded(shown), false);
    }

    /** A web address; its token is its host. */
    static Item link(String host, String path) {
        return new Item("https://" + host + "/" + path, host, null, false);
    }

    boolean isLink() {
        return shown.startsWith("https://");
    }

    private static String folded(String shown) {
        return shown.toLowerCase(Locale.ROOT)
                .replace("u\u0308", "ue")
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
    }
}
