package io.habitus.endtoend.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.endtoend.recount.ViewRecount;
import io.habitus.endtoend.running.Feed;
import io.habitus.endtoend.running.MentionsLog;
import io.habitus.endtoend.running.Project;
import io.habitus.endtoend.running.RunningHabitus;
import io.habitus.endtoend.running.SharedHabitus;
import io.habitus.simulator.Disorder;
import io.habitus.simulator.Plan;
import io.habitus.simulator.SimulatedWatches;
import io.habitus.simulator.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Views are right at any moment, not only in the end: while posts, edits, deletions, repetitions and late ones come as
 * fast as they are taken, views are asked at random, and every figure of each equals a recount of the log of mentions up
 * to the place the view names.
 */
@ExtendWith(SharedHabitus.class)
class FiguresUnderLoad {

    /** More for whoever has the time: {@code -Dviews.posts=100000}. */
    private static final int POSTS = Integer.getInteger("views.posts", 10_000);

    /** So that what comes some thousand posts late is up to a day late. */
    private static final int POSTS_A_DAY = 4_000;

    private static final int LINES_AT_ONCE = 200;

    @Test
    void every_view_asked_meanwhile_equals_a_recount(RunningHabitus habitus) {
        Project project = Project.made(habitus, "figures-under-load");
        List<String> watches = SimulatedWatches.all().stream()
                .map(watch -> project.watch(watch.name(), watch.query()))
                .toList();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant from = now.minus(Duration.ofDays(1).multipliedBy(POSTS).dividedBy(POSTS_A_DAY));
        var disorder = new Disorder(.05, .05, .10, 0, .05, .05, 0);
        var simulation = new Simulation(new Plan(21, POSTS, from, now, .6, disorder));

        var random = new Random(POSTS);
        var asked = new ArrayList<JsonNode>();
        try (var feed = new Feed(habitus, project, simulation.lines().iterator())) {
            var sending = CompletableFuture.runAsync(() -> {
                while (!feed.isEmpty()) {
                    feed.send(LINES_AT_ONCE);
                }
                feed.finish();
            });
            while (!sending.isDone()) {
                asked.add(project.view(watches.get(random.nextInt(watches.size())), anyStretch(random, from, now)));
            }
            sending.join();
        }
        int askedUnderLoad = asked.size();
        project.awaitQuiet();
        watches.forEach(watch -> asked.add(project.view(watch, anyStretch(random, from, now))));

        var recount = new ViewRecount(MentionsLog.of(habitus, project));
        long figures = asked.stream().mapToLong(ViewRecount::figures).sum();
        List<String> wrong = asked.stream()
                .flatMap(view -> recount.differences(view).stream()
                        .map(difference -> view.path("watch").asString() + " " + view.path("window") + " as of "
                                + view.path("asOf") + ": " + difference))
                .toList();
        System.out.printf(
                "%,d views asked while %,d posts came, %,d figures in them, %,d of them wrong%n",
                askedUnderLoad, POSTS, figures, wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(asked.stream()
                        .filter(view -> view.path("total").path("posts").asLong() > 0))
                .hasSizeGreaterThan(20);
        assertThat(places(asked)).as("asked while they moved").hasSizeGreaterThan(20);
    }

    private static String anyStretch(Random random, Instant from, Instant to) {
        return switch (random.nextInt(5)) {
            case 0 -> "window=hour";
            case 1 -> "window=day";
            case 2 -> "window=week";
            default -> {
                long length = Duration.between(from, to).toMillis();
                Instant start = from.plusMillis(random.nextLong(length));
                Instant end = start.plusMillis(1 + random.nextLong(length));
                yield "interval=hour&tz=UTC&from=" + start + "&to=" + end;
            }
        };
    }

    /** How many different moments of the log were seen. */
    private static Map<JsonNode, Long> places(List<JsonNode> views) {
        return views.stream().collect(Collectors.groupingBy(view -> view.path("asOf"), Collectors.counting()));
    }
}
