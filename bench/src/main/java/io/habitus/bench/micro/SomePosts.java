package io.habitus.bench.micro;

import io.habitus.contracts.PostEvent.Published;
import io.habitus.contracts.SourceType;
import io.habitus.simulator.Plan;
import io.habitus.simulator.SimulatedPost;
import io.habitus.simulator.Simulation;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Simulated posts as analysis-service reads them. The same each time. */
final class SomePosts {

    private static final int POSTS = 4_096;
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");

    /** @param watches every post ends with the word of one of so many watches */
    static List<Published> heardBy(int watches) {
        List<SimulatedPost> posts = simulated();
        return IntStream.range(0, POSTS)
                .mapToObj(number ->
                        published(posts.get(number), posts.get(number).text() + " " + watchedWord(number % watches)))
                .toList();
    }

    /** The text and the language that its source states. */
    record Text(String words, String lang) {}

    static List<Text> texts() {
        return simulated().stream()
                .map(post -> new Text(post.text(), post.lang()))
                .toList();
    }

    /** What the simulator never writes. */
    static String watchedWord(int watch) {
        return "benchwort" + watch;
    }

    private static List<SimulatedPost> simulated() {
        return new Simulation(Plan.of(1, POSTS).between(FROM, FROM.plusSeconds(86_400)))
                .posts()
                .toList();
    }

    private static Published published(SimulatedPost post, String text) {
        return new Published(
                "%032x".formatted(post.number()),
                null,
                Simulation.SOURCE,
                SourceType.POST,
                0,
                false,
                post.createdAt(),
                false,
                post.lang(),
                "social.example.org",
                null,
                text,
                post.author(),
                100L,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private SomePosts() {}
}
