package io.habitus.tagging;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/**
 * How long a post takes, beside ICU's bare search for word boundaries. Not a test: run {@code main}, with an NDJSON file of
 * posts or without.
 */
final class TokensSpeed {

    private static final int ROUNDS = 12;
    private static final Pattern TEXT = Pattern.compile("\"text\": ?\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final List<String> SOME = List.of(
            "Schaffner-Ansage: Dieser Zug kann seine Fahrt wegen Überfüllung nicht fortsetzen! #Störung @nordwind https://t.co/kQF",
            "Nachts am Bahnhof. Gleiswechsel ansagen? Neeein, warum das denn? Lieber die Leute hektisch laufen lassen 😡",
            "@nordwind_hilfe Schön wär's. Die Informationen für den Ersatzverkehr sind extrem spärlich …",
            "Zu früh ausgestiegen, weil die Ansage vor ging. Und das mir. 🤷🏽‍♀️");

    public static void main(String[] files) throws IOException {
        var posts = files.length == 0
                ? SOME
                : Files.readAllLines(Path.of(files[0])).stream()
                        .map(TEXT::matcher)
                        .flatMap(matcher -> matcher.results().map(found -> found.group(1)))
                        .toList();
        int repeat = Math.max(1, 50_000 / posts.size());
        double icu = 0;
        double ours = 0;
        for (int round = 0; round < ROUNDS; round++) {
            icu = microsPerPost(posts, repeat, TokensSpeed::boundaries);
            ours = microsPerPost(posts, repeat, text -> Tokens.of(text).all().size());
        }
        System.out.printf(
                "%d posts, %d UTF-16 units each: tokens %.2f µs a post, ICU word boundaries alone %.2f µs, ratio %.2f%n",
                posts.size(), posts.stream().mapToInt(String::length).sum() / posts.size(), ours, icu, ours / icu);
    }

    private static long boundaries(String text) {
        WORDS.setText(text);
        long boundaries = 0;
        while (WORDS.next() != BreakIterator.DONE) {
            boundaries++;
        }
        return boundaries;
    }

    private static final BreakIterator WORDS = BreakIterator.getWordInstance(ULocale.ROOT);

    private static double microsPerPost(List<String> posts, int repeat, ToLongFunction<String> work) {
        long checksum = 0;
        long start = System.nanoTime();
        for (int i = 0; i < repeat; i++) {
            for (var post : posts) {
                checksum += work.applyAsLong(post);
            }
        }
        long nanos = System.nanoTime() - start;
        if (checksum == 0) {
            throw new IllegalStateException("no tokens");
        }
        return nanos / 1e3 / repeat / posts.size();
    }

    private TokensSpeed() {}
}
