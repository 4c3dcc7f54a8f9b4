package io.habitus.tagging.features;

import java.util.List;
import java.util.Random;

/** Invented posts, and random characters that no person would write. */
public final class SomeTexts {

    public static final List<String> GERMAN = List.of(
            "Der Zug ist schon wieder zu spät, eine Frechheit! 😡",
            "@nordwind Danke für die schnelle Hilfe :) #TollerService",
            "Das ist nicht gut, aber auch nicht so schlimm...",
            "Die Linie 5 fährt ab Montag alle zehn Minuten. https://example.org/5",
            "RT @jane: NIE wieder!!! Sooooo schlecht, ohne Worte",
            "",
            "🤷🏽‍♀️",
            "Wo ist denn der Aufzug? Wo? Wo? Wo ist er?",
            "Das kostet 𝟏𝟎𝟎 Euro, in 𝐟𝐞𝐭𝐭!");

    public static final List<String> ENGLISH = List.of(
            "I don't like this app, it never works :-(",
            "Thank you so much, great support! <3",
            "The shop opens at nine on Monday.",
            "not good, not bad, but the staff is LOVELY &amp; kind",
            "WORST. SERVICE. EVER!!! @southwind #NeverAgain2026",
            "lol");

    /** Digits and letters beyond the first 65,536 characters among them, and a lone surrogate. */
    private static final int[] SIGNS =
            "abcdeäöüß ABC 0123 :;=-()!?.,#@&<>/'’…\n\t😡👍🏽❤️\u200D\uFE0F日本кг𝟏𝟙𞥐𝐀𑁧🯰٣\u0301\uD83D"
                    .codePoints()
                    .toArray();

    private SomeTexts() {}

    /** Up to 300 characters, lone surrogates among them. */
    public static String random(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(300); i > 0; i--) {
            text.appendCodePoint(SIGNS[random.nextInt(SIGNS.length)]);
        }
        return text.toString();
    }
}
