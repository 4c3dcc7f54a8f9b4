package io.habitus.simulator;

import java.util.Locale;

/**
 * One thing written in a text that is exactly one token.
 *
 * @param shown as written
 * @param token as it counts: lower case, umlauts written out
 * @param mark {@code #token}, {@code @token} or null
 * @param joined whether it hangs on the item before it by a hyphen instead of a space
 * @param bound whether no comma or full stop stands before it
 */
record Item(String shown, String token, String mark, boolean joined, boolean bound) {

    static Item word(String shown) {
        return new Item(shown, folded(shown), null, false, false);
    }

    static Item hyphened(String shown) {
        return new Item(shown, folded(shown), null, true, true);
    }

    static Item tag(String shown) {
        return new Item("#" + shown, folded(shown), "#" + folded(shown), false, false);
    }

    static Item handle(String shown) {
        return new Item("@" + shown, folded(shown), "@" + folded(shown), false, false);
    }

    /** A web address; its token is its host. */
    static Item link(String host, String path) {
        return new Item("https://" + host + "/" + path, host, null, false, false);
    }

    /** The same in the middle of a turn of phrase. */
    Item bind() {
        return bound ? this : new Item(shown, token, mark, joined, true);
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
