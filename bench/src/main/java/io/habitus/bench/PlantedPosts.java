package io.habitus.bench;

import io.habitus.simulator.Disorder;
import io.habitus.simulator.Plan;
import io.habitus.simulator.Simulation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Simulated posts with planted words, so that it is known which watch hears which post. Watch number <i>k</i> asks for one
 * word that the simulator never writes; a share of all posts, spread evenly, ends with the words of so many watches, in
 * turn. Each post is one line and comes once.
 */
final class PlantedPosts {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Plan plan;
    private final int watches;
    private final double heard;
    private final int hits;

    /**
     * @param from when the first post may be written, UTC
     * @param to exclusive
     */
    PlantedPosts(Settings settings, int posts, long seed, Instant from, Instant to) {
        // Evenly: ids of its own for every beginning, so that two lots never meet.
        plan = new Plan(seed, posts, from, to, Plan.USUAL_HEARD_SHARE, Disorder.NONE).evenly();
        watches = settings.watches();
        heard = settings.heard();
        hits = settings.hits();
    }

    /** The query of a watch, from 0. */
    static String query(int watch) {
        return "benchwort" + watch;
    }

    /** The lines, one a post, UTF-8, without line ends. */
    Iterator<byte[]> lines() {
        Iterator<String> simulated = new Simulation(plan).lines().iterator();
        return IntStream.range(0, plan.posts())
                .mapToObj(number -> planted(number, simulated.next()))
                .iterator();
    }

    /** How many of the first posts any watch hears. */
    long heard(int posts) {
        return (long) Math.floor(posts * heard);
    }

    /** The watches that hear this post; none for most if the share is small. */
    List<Integer> watchesOf(int number) {
        long before = heard(number);
        if (heard(number + 1) == before) {
            return List.of();
        }
        return IntStream.range(0, hits)
                .mapToObj(hit -> (int) ((before * hits + hit) % watches))
                .toList();
    }

    private byte[] planted(int number, String line) {
        List<Integer> hearing = watchesOf(number);
        if (hearing.isEmpty()) {
            return line.getBytes(StandardCharsets.UTF_8);
        }
        var post = (ObjectNode) JSON.readTree(line);
        var text = new StringBuilder(post.path("text").asString());
        hearing.forEach(watch -> text.append(' ').append(query(watch)));
        return JSON.writeValueAsBytes(post.put("text", text.toString()));
    }
}
