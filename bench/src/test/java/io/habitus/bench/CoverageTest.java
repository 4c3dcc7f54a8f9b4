package io.habitus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CoverageTest {

    private final Coverage coverage = new Coverage();

    @Test
    void the_first_frame_that_covers_a_mention_counts_and_not_a_later_one() {
        frame(10, "w1", "{\"3\":7}");
        frame(20, "w1", "{\"3\":9,\"4\":1}");
        frame(30, "w1", "{\"3\":12,\"4\":1}");

        assertThat(first("w1", 3, 7)).hasValue(10);
        assertThat(first("w1", 3, 8)).hasValue(20);
        assertThat(first("w1", 3, 9)).hasValue(20);
        assertThat(first("w1", 4, 1)).hasValue(20);
        assertThat(first("w1", 3, 12)).hasValue(30);
    }

    @Test
    void another_watch_or_partition_covers_nothing() {
        frame(10, "w1", "{\"3\":7}");

        assertThat(first("w2", 3, 7)).isEmpty();
        assertThat(first("w1", 2, 7)).isEmpty();
        assertThat(first("w1", 3, 8)).isEmpty();
    }

    @Test
    void a_difference_that_says_nothing_of_it_changes_nothing() {
        frame(10, "w1", "{\"3\":7}");
        coverage.take(20, JsonMapper.shared().readTree("{\"watch\":\"w1\",\"last\":\"2026-11-22T00:00:00Z\"}"));

        assertThat(first("w1", 3, 7)).hasValue(10);
    }

    private OptionalLong first(String watch, int partition, long offset) {
        return coverage.firstCovering(watch, partition, offset);
    }

    private void frame(long at, String watch, String asOf) {
        coverage.take(at, JsonMapper.shared().readTree("{\"watch\":\"" + watch + "\",\"asOf\":" + asOf + "}"));
    }
}
