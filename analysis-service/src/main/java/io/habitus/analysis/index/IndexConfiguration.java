package io.habitus.analysis.index;

import io.habitus.analysis.AnalysisSettings;
import io.habitus.analysis.log.Forever;
import io.habitus.analysis.log.KafkaLog;
import io.habitus.analysis.log.Lag;
import io.habitus.analysis.log.OwnTopics;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this room, put together. */
@Configuration(proxyBeanMethods = false)
class IndexConfiguration {

    @Bean
    MentionIndex mentionIndex(AnalysisSettings settings) {
        return new MentionIndex(settings.elasticsearch(), settings.shards(), settings.replication() - 1);
    }

    @Bean
    MentionIndexing mentionIndexing(
            KafkaLog kafka,
            OwnTopics topics,
            MentionIndex index,
            ObjectProvider<Judging> plantedJudging,
            ObjectProvider<Settling> plantedSettling,
            MeterRegistry meters) {
        return new MentionIndexing(
                kafka,
                topics,
                index,
                plantedJudging.getIfAvailable(ByStatus::new),
                plantedSettling.getIfAvailable(() -> Settling.WRITE_THEN_COMMIT),
                meters);
    }

    @Bean
    IndexProgress indexProgress(MentionIndexing indexing, MentionIndex index, Lag lag) {
        return new IndexProgress(indexing, index, lag);
    }

    @Bean
    Forever indexingMentions(MentionIndexing indexing) {
        return new Forever("analysis-indexing", indexing::run);
    }
}
