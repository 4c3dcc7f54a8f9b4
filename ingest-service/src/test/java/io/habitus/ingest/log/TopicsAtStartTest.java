package io.habitus.ingest.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.Topics;
import org.junit.jupiter.api.Test;

class TopicsAtStartTest {

    private final TopicsAtStart topics = new TopicsAtStart(12, (short) 3);

    @Test
    void posts_are_wide_and_live_thirty_days_or_twenty_gigabytes() {
        var posts = topics.described(Topics.POSTS);
        assertThat(posts.numPartitions()).isEqualTo(12);
        assertThat(posts.replicationFactor()).isEqualTo((short) 3);
        assertThat(posts.configs())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "2592000000")
                .containsEntry("retention.bytes", String.valueOf(20_000_000_000L / 12))
                .containsEntry("max.message.bytes", "2097152")
                .doesNotContainKey("message.timestamp.type");
    }

    @Test
    void authors_are_one_partition_that_keeps_the_newest_of_each() {
        var authors = topics.described(Topics.AUTHORS);
        assertThat(authors.numPartitions()).isEqualTo(1);
        assertThat(authors.configs()).containsEntry("cleanup.policy", "compact").doesNotContainKey("retention.ms");
    }
}
