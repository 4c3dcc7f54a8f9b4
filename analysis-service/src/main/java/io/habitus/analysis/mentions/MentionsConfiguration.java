package io.habitus.analysis.mentions;

import io.habitus.analysis.AnalysisSettings;
import io.habitus.analysis.log.Forever;
import io.habitus.analysis.log.KafkaLog;
import io.habitus.analysis.log.OwnTopics;
import io.habitus.analysis.watches.Watchlist;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this room, put together. */
@Configuration(proxyBeanMethods = false)
class MentionsConfiguration {

    private static final int SHORTEST_KEY = 32;

    @Bean
    Watchlist watchlist() {
        return new Watchlist();
    }

    @Bean
    MentionTopology mentionTopology(
            Watchlist watchlist, ObjectProvider<Screening> planted, AnalysisSettings settings, MeterRegistry meters)
            throws IOException {
        return new MentionTopology(
                watchlist,
                planted.getIfAvailable(Revisions::new),
                Tagging.shipped(),
                keyIn(settings.projectKeyFile()),
                settings.samplePosts(),
                meters);
    }

    @Bean
    MentionStreams mentionStreams(
            KafkaLog kafka, OwnTopics topics, MentionTopology mentions, AnalysisSettings settings) {
        return new MentionStreams(
                kafka, topics, mentions, settings.stateDir(), settings.threads(), settings.replication());
    }

    @Bean
    Forever decidingMentions(MentionStreams streams) {
        return new Forever(MentionStreams.APPLICATION, streams::run);
    }

    private static byte[] keyIn(Path file) throws IOException {
        var key = Base64.getDecoder().decode(Files.readString(file).strip());
        if (key.length < SHORTEST_KEY) {
            throw new IllegalStateException(
                    "the key in " + file + " is too short: " + key.length + " bytes instead of " + SHORTEST_KEY);
        }
        return key;
    }
}
