package io.habitus.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.habitus.simulator.Simulation;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    private static final String PROJECTS = "POST /api/v1/projects";
    private static final String WATCHES = "POST /api/v1/projects/demo/watches";

    private final InputStream standardInput = System.in;
    private final FakeDoor door = new FakeDoor();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        System.setIn(standardInput);
        door.close();
    }

    @Test
    void it_begins_three_days_ago_and_goes_on_where_it_was_without_leaving_out_a_post() throws IOException {
        door.answering(PROJECTS, 201, "watch.json").answering(WATCHES, 201, "watch.json");
        Instant began = Instant.now();
        Typed first = demoUntil(5_000);
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out()).startsWith(Main.DEMO_READY);
        assertThat(requests(WATCHES)).hasSize(12);
        int sentAtFirst = door.lines().size();

        door.answering(PROJECTS, 409, null);
        Typed second = demoUntil(sentAtFirst + 5_000);
        assertThat(second.status()).as(second.err()).isZero();
        assertThat(requests(WATCHES)).as("once").hasSize(12);

        // Some come twice, as they would after a crash; they are the same to the byte.
        List<String> sent = List.copyOf(new LinkedHashSet<>(door.lines()));
        Instant threeDaysAgo = began.minus(Duration.ofDays(3));
        assertThat(sent).hasSizeGreaterThan(sentAtFirst);
        List<String> planned = planned(threeDaysAgo).limit(sent.size() + 1_000).toList();
        int start = planned.indexOf(sent.getFirst());
        assertThat(start).as("a few may fall due while it starts").isBetween(0, 100);
        assertThat(sent).isEqualTo(planned.subList(start, start + sent.size()));
    }

    @Test
    void a_note_that_cannot_be_read_means_to_begin_anew() throws IOException {
        Path note = folder.resolve("place");
        Files.writeString(note, "yesterday\n");
        assertThat(new DemoPlace(note).until()).isEmpty();
    }

    /** Runs it until so many lines have come, and then ends its standard input. */
    private Typed demoUntil(int lines) throws IOException {
        try (var openEnd = new PipedOutputStream()) {
            System.setIn(new PipedInputStream(openEnd));
            var running = CompletableFuture.supplyAsync(() -> Typed.habitus(door, folder, "demo", "--project", "demo"));
            await().until(() -> running.isDone() || door.lines().size() >= lines);
            openEnd.close();
            return running.join();
        }
    }

    private List<String> requests(String wanted) {
        return door.requests().stream()
                .filter(request -> request.startsWith(wanted + " "))
                .toList();
    }

    private static Stream<String> planned(Instant since) {
        long week = DemoCommand.week(since);
        return Stream.of(week, week + 1)
                .flatMap(number -> new Simulation(DemoCommand.plan(number)).sent())
                .filter(sent -> !sent.at().isBefore(since))
                .map(Simulation.Sent::line);
    }
}
