package io.habitus.analysis.rematching;

import io.habitus.analysis.log.Forever;
import io.habitus.analysis.log.KafkaLog;
import io.habitus.analysis.log.Lag;
import io.habitus.analysis.log.OwnTopics;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this room, put together. */
@Configuration(proxyBeanMethods = false)
class RematchingConfiguration {

    @Bean
    Rematching rematching(KafkaLog kafka, OwnTopics topics, Lag lag, MeterRegistry meters) {
        return new Rematching(kafka, topics, lag, meters);
    }

    @Bean
    Forever lookingBack(Rematching rematching) {
        return new Forever("analysis-rematching", rematching::run);
    }
}
