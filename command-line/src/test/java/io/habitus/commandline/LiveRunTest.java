package io.habitus.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveRunTest {

    private static final Instant FAR_AWAY = Instant.parse("2999-01-01T00:00:00Z");

    private final FakeDoor door = new FakeDoor();

    @AfterEach
    void close() {
        door.close();
    }

    /** Endless lines, of which the n-th is due at {@code start} plus n times {@code every}. */
    private record Every(Instant start, Duration every, int[] count) implements Schedule {
        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Instant due() {
            return start.plus(every.multipliedBy(count[0]));
        }

        @Override
        public byte[] next() {
            return ("{\"id\":" + count[0]++ + "}").getBytes(StandardCharsets.UTF_8);
        }
    }

    @Test
    void stopped_it_settles_what_is_under_way_and_accounts_for_every_line() {
        LiveRun run = run(new Every(Instant.now(), Duration.ofMillis(5), new int[1]));
        var running = running(run);
        await().until(() -> door.lines().size() > 20);
        run.stop();
        assertThat(running).succeedsWithin(Duration.ofSeconds(30));
        assertThat(run.tally().received()).isEqualTo(door.lines().size());
        assertThat(door.lines()).startsWith("{\"id\":0}", "{\"id\":1}", "{\"id\":2}");
    }

    @Test
    void what_is_due_long_ago_goes_out_at_once_and_is_counted_as_late() {
        LiveRun run = run(new Every(Instant.now().minusSeconds(3_600), Duration.ofSeconds(1), new int[1]));
        var running = running(run);
        await().until(() -> door.lines().size() >= 3_600);
        run.stop();
        assertThat(running).succeedsWithin(Duration.ofSeconds(30));
        assertThat(run.late()).isBetween(3_590L, 3_610L);
        assertThat(run.longestLag()).isGreaterThanOrEqualTo(Duration.ofHours(1));
    }

    @Test
    void stopped_while_the_door_is_away_it_does_not_wait_for_it() {
        LiveRun run = run(new Every(Instant.now(), Duration.ofMillis(5), new int[1]));
        door.close();
        var running = running(run);
        run.stop();
        assertThat(running)
                .satisfiesAnyOf(
                        done -> assertThat(done).succeedsWithin(Duration.ofSeconds(30)), failed -> assertThat(failed)
                                .failsWithin(Duration.ofSeconds(30))
                                .withThrowableThat()
                                .withCauseInstanceOf(DoorAway.class));
    }

    @Test
    void what_is_due_in_centuries_is_waited_for() {
        var asked = new AtomicInteger();
        LiveRun run = run(new Schedule() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Instant due() {
                asked.incrementAndGet();
                return FAR_AWAY;
            }

            @Override
            public byte[] next() {
                throw new AssertionError("not yet due");
            }
        });
        var running = running(run);
        await().until(() -> asked.get() > 1 || running.isDone());
        run.stop();
        assertThat(running).succeedsWithin(Duration.ofSeconds(30));
    }

    private LiveRun run(Schedule schedule) {
        return new LiveRun(
                new Door(door.address(), "hab_test"),
                new ImportRun.Goal("/api/v1/projects/default/documents/import", null),
                schedule,
                FAR_AWAY,
                (_, _) -> {},
                new Progress(null, false, 0));
    }

    private static CompletableFuture<Void> running(LiveRun run) {
        return CompletableFuture.runAsync(() -> {
            try {
                run.run();
            } catch (java.io.IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
        });
    }
}
