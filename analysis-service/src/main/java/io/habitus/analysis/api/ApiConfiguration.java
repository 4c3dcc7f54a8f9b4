package io.habitus.analysis.api;

import io.habitus.analysis.index.MentionIndex;
import io.habitus.analysis.log.Forever;
import io.habitus.analysis.log.KafkaLog;
import io.habitus.analysis.log.NewestPerKey;
import io.habitus.analysis.log.OwnTopics;
import io.habitus.analysis.mentions.MentionStreams;
import io.habitus.contracts.ProjectEvent;
import io.habitus.contracts.Topics;
import io.habitus.contracts.WatchEvent;
import java.time.Clock;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaStreams.State;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this room, put together. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    NewestPerKey<ProjectEvent> newestProjects(KafkaLog kafka) {
        return new NewestPerKey<>(kafka, Topics.PROJECTS);
    }

    @Bean
    NewestPerKey<WatchEvent> newestWatches(KafkaLog kafka) {
        return new NewestPerKey<>(kafka, Topics.WATCHES);
    }

    @Bean
    Forever followingProjects(NewestPerKey<ProjectEvent> projects) {
        return new Forever("analysis-projects", projects::follow);
    }

    @Bean
    Forever followingWatches(NewestPerKey<WatchEvent> watches) {
        return new Forever("analysis-watches", watches::follow);
    }

    @Bean
    Producer<byte[], byte[]> watchProducer(KafkaLog kafka) {
        return kafka.producer("analysis-watches");
    }

    @Bean
    SavedWatches savedWatches(NewestPerKey<WatchEvent> watches, Producer<byte[], byte[]> watchProducer) {
        return new SavedWatches(watches, watchProducer, Clock.systemUTC());
    }

    @Bean
    Forever followingRemovedProjects(
            KafkaLog kafka, OwnTopics topics, NewestPerKey<ProjectEvent> projects, SavedWatches watches) {
        var removed = new RemovedProjects(kafka, topics, projects, watches);
        return new Forever("analysis-removed-projects", removed::run);
    }

    /** Ready when posts are decided and nothing is being restored. */
    @Bean
    HealthIndicator streamsHealthIndicator(MentionStreams streams) {
        return () -> {
            var state = streams.state();
            return (state == State.RUNNING ? Health.up() : Health.outOfService())
                    .withDetail("state", state)
                    .build();
        };
    }

    @Bean
    HealthIndicator elasticsearchHealthIndicator(MentionIndex index) {
        return () -> (index.isReachable() ? Health.up() : Health.outOfService()).build();
    }

    /** Whoever adds a watch finds those that are there. */
    @Bean
    HealthIndicator watchesHealthIndicator(NewestPerKey<WatchEvent> watches) {
        return () -> (watches.isComplete() ? Health.up() : Health.outOfService()).build();
    }
}
