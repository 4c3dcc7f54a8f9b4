package io.habitus.analysis.mentions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

/** Tasks of one thread; the clock is told what time it is. */
class CommitPaceTest {

    private static final long BEAT = 50;

    /** Grows from test to test, for the threads of tests are used again and the pace belongs to the thread. */
    private static long beginning = 1_000_000;

    private final List<MockProcessorContext<Object, Object>> tasks = new ArrayList<>();
    private final List<CommitPace> paces = new ArrayList<>();
    private long now = beginning += 1_000_000;

    private CommitPace task() {
        var task = new MockProcessorContext<>();
        task.setCurrentSystemTimeMs(now);
        tasks.add(task);
        paces.add(CommitPace.of(task));
        return paces.getLast();
    }

    /** Lets time pass, and returns how many commits were asked for. */
    private int passing(long millis) {
        int commits = 0;
        for (long until = now + millis; now < until; ) {
            now += BEAT;
            for (var task : tasks) {
                task.setCurrentSystemTimeMs(now);
                task.scheduledPunctuators().getFirst().getPunctuator().punctuate(now);
                commits += task.committed() ? 1 : 0;
                task.resetCommit();
            }
        }
        return commits;
    }

    @Test
    void what_was_read_is_committed_soon_and_once() {
        var task = task();
        assertThat(passing(1_000)).isZero();
        task.read(now);
        assertThat(passing(100)).isEqualTo(1);
        assertThat(passing(1_000)).isZero();
    }

    @Test
    void a_thread_commits_ten_times_a_second_however_many_tasks_it_has() {
        task();
        task();
        task();
        int commits = 0;
        for (int beat = 0; beat < 20; beat++) {
            paces.forEach(pace -> pace.read(now));
            commits += passing(BEAT);
        }
        assertThat(commits).isBetween(9, 10);
    }

    @Test
    void while_there_is_a_backlog_nothing_is_asked_for_and_soon_after_it_is_again() {
        var task = task();
        for (int beat = 0; beat < 40; beat++) {
            task.read(now - 10_000);
            assertThat(passing(BEAT)).isZero();
        }
        task.read(now);
        assertThat(passing(2_500)).isZero();
        assertThat(passing(1_000)).isEqualTo(1);
    }
}
