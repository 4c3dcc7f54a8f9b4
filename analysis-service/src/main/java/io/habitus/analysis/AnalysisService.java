package io.habitus.analysis;

import io.habitus.analysis.log.Forever;
import io.habitus.analysis.log.KafkaLog;
import io.habitus.analysis.log.Lag;
import io.habitus.analysis.log.OwnTopics;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * Posts become mentions; mentions can be searched.
 *
 * <p>To plant a wrong part (only tests do), start {@link #application()} with a class of your own among its sources that
 * declares one of these as a bean; the service takes it instead of its own: {@code mentions.Screening} (which text of a
 * post counts), {@code index.Settling} (when offsets are committed), {@code index.Judging} (what an item's answer
 * means). They are package-private, so such a class stands in the package concerned. Without {@code @Configuration}, or
 * the component scan of the real service would find it.
 */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties({AnalysisSettings.class, KafkaProperties.class})
public class AnalysisService {

    public static void main(String[] args) {
        start(args);
    }

    /** Starts the service in this JVM; closing the context stops it. */
    public static ConfigurableApplicationContext start(String... args) {
        return application().run(args);
    }

    /** The service before its start, for whoever wants to add sources. */
    public static SpringApplication application() {
        var application = new SpringApplication(AnalysisService.class);
        application.setDefaultProperties(Map.of("spring.config.name", "analysis-service"));
        return application;
    }

    @Bean
    KafkaLog kafkaLog(KafkaProperties kafka) {
        return new KafkaLog(kafka);
    }

    @Bean
    OwnTopics ownTopics(KafkaLog kafka, AnalysisSettings settings) {
        return new OwnTopics(kafka, settings.partitions(), settings.replication());
    }

    @Bean
    Lag lag(KafkaLog kafka) {
        return new Lag(kafka);
    }

    @Bean
    Forever makingTopics(OwnTopics topics) {
        return new Forever("analysis-topics", topics::make);
    }
}
