package io.habitus.tagging.polarity;

import io.habitus.tagging.features.SomeTexts;
import io.habitus.tagging.language.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How long a post takes, its language found first. Not a test: run {@code main}, with an NDJSON file of posts or without. */
final class PolaritySpeed {

    private static final int ROUNDS = 8;
    private static final Pattern TEXT = Pattern.compile("\"text\": ?\"((?:[^\"\\\\]|\\\\.)*)\"");

    public static void main(String[] files) throws IOException {
        var posts = new ArrayList<String>();
        if (files.length == 0) {
            posts.addAll(SomeTexts.GERMAN);
            posts.addAll(SomeTexts.ENGLISH);
        } else {
            Files.readAllLines(Path.of(files[0])).stream()
                    .map(TEXT::matcher)
                    .flatMap(matcher -> matcher.results().map(found -> found.group(1)))
                    .forEach(posts::add);
        }
        int repeat = Math.max(1, 20_000 / posts.size());
        var polarities = Polarities.shipped();
        var languages = Languages.shipped();
        double language = 0;
        double polarity = 0;
        for (int round = 0; round < ROUNDS; round++) {
            language = microsPerPost(
                    posts, repeat, text -> languages.of(text, null).confidence());
            polarity = microsPerPost(
                    posts, repeat, text -> polarities.judge(text, "de").confidence());
        }
        System.out.printf(
                "%d posts, %d UTF-16 units each: language %.1f µs a post, polarity %.1f µs%n",
                posts.size(), posts.stream().mapToInt(String::length).sum() / posts.size(), language, polarity);
    }

    private interface Work {
        double on(String text);
    }

    private static double microsPerPost(List<String> posts, int repeat, Work work) {
        double checksum = 0;
        long start = System.nanoTime();
        for (int i = 0; i < repeat; i++) {
            for (var post : posts) {
                checksum += work.on(post);
            }
        }
        long nanos = System.nanoTime() - start;
        if (checksum == 0) {
            throw new IllegalStateException("nothing was judged");
        }
        return nanos / 1e3 / repeat / posts.size();
    }

    private PolaritySpeed() {}
}
