package io.habitus.persona;

import io.habitus.contracts.Topics;
import io.habitus.persona.expected.UsualVolumes;
import io.habitus.persona.log.WholeTopic;
import io.habitus.persona.range.Tallies;
import io.habitus.persona.rest.Problems;
import io.habitus.persona.rest.RollingAnswers;
import io.habitus.persona.rest.StatusController;
import io.habitus.persona.rest.StreamedWords;
import io.habitus.persona.rest.ViewController;
import io.habitus.persona.rest.ViewStreamController;
import io.habitus.persona.rest.WordsController;
import io.habitus.persona.running.Lag;
import io.habitus.persona.running.StreamsHealth;
import io.habitus.persona.running.StreamsSettings;
import io.habitus.persona.running.ViewStreams;
import io.habitus.persona.sample.Sample;
import io.habitus.persona.sample.SampleReader;
import io.habitus.persona.timeline.Timelines;
import io.habitus.persona.views.NewestViews;
import io.habitus.persona.views.ViewReader;
import io.habitus.persona.wording.Queries;
import io.habitus.persona.wording.WatchWords;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Starts the service. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(PersonaSettings.class)
@Import({ViewController.class, ViewStreamController.class, WordsController.class, StatusController.class, Problems.class
})
public class PersonaService {

    private static final String NAME = "persona-service";

    /** Runs until the process is told to stop. */
    public static void main(String[] args) {
        start(args);
    }

    /**
     * Starts the service in this JVM, beside others if need be.
     *
     * @param args settings as {@code --key=value}
     */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(PersonaService.class)
                .properties(Map.of("spring.config.name", NAME))
                .run(args);
    }

    @Bean
    Timelines timelines(PersonaSettings settings) {
        return new Timelines(settings.partitions());
    }

    @Bean
    ViewTopology viewTopology(Timelines timelines, MeterRegistry meters) {
        return new ViewTopology(timelines, meters);
    }

    @Bean
    Admin admin(KafkaConnectionDetails kafka) {
        return Admin.create(connection(kafka));
    }

    @Bean
    NewestViews newestViews() {
        return new NewestViews();
    }

    @Bean(destroyMethod = "")
    WholeTopic allViews(KafkaConnectionDetails kafka, NewestViews views) {
        return new WholeTopic(committedOnly(kafka), Topics.VIEWS.name(), new ViewReader(views));
    }

    @Bean
    Sample sample(InstantSource clock, PersonaSettings settings) {
        return new Sample(settings.sampleMemory().toBytes(), clock);
    }

    @Bean(initMethod = "start")
    WholeTopic allOfSample(KafkaConnectionDetails kafka, Sample sample, MeterRegistry meters) {
        return new WholeTopic(committedOnly(kafka), Topics.SAMPLE.name(), new SampleReader(sample, meters));
    }

    @Bean
    Queries queries() {
        return new Queries();
    }

    @Bean(initMethod = "start")
    WholeTopic allWatches(KafkaConnectionDetails kafka, Queries queries) {
        return new WholeTopic(committedOnly(kafka), Topics.WATCHES.name(), queries);
    }

    @Bean
    WatchWords watchWords(
            Timelines timelines, Sample sample, Queries queries, PersonaSettings settings, MeterRegistry meters) {
        return new WatchWords(timelines, sample, queries, settings.patience(), meters);
    }

    @Bean
    StreamedWords streamedWords(WatchWords words, InstantSource clock, JsonMapper json) {
        return new StreamedWords(words::of, clock, json);
    }

    @Bean
    ViewStreams viewStreams(
            ViewTopology topology,
            PersonaSettings settings,
            KafkaConnectionDetails kafka,
            Admin admin,
            @Qualifier("allViews") WholeTopic views) {
        Properties streams =
                StreamsSettings.of(connection(kafka), settings.stateDir(), settings.threads(), settings.replication());
        return new ViewStreams(topology::topology, streams, admin, settings.replication(), views);
    }

    @Bean
    StreamsHealth streamsHealthIndicator(ViewStreams streams, NewestViews views) {
        return new StreamsHealth(streams, views);
    }

    @Bean
    Lag lag(Admin admin) {
        return new Lag(admin);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    Tallies tallies(Timelines timelines, InstantSource clock, PersonaSettings settings, MeterRegistry meters) {
        return new Tallies(timelines, clock, settings.patience(), meters);
    }

    @Bean
    UsualVolumes usualVolumes(
            Timelines timelines, InstantSource clock, PersonaSettings settings, MeterRegistry meters) {
        return new UsualVolumes(timelines, clock, settings.patience(), meters);
    }

    @Bean
    RollingAnswers rollingAnswers(NewestViews views, InstantSource clock, PersonaSettings settings) {
        return new RollingAnswers(views, clock, settings.patience());
    }

    private static Properties committedOnly(KafkaConnectionDetails kafka) {
        Properties consumer = new Properties();
        consumer.putAll(connection(kafka));
        consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return consumer;
    }

    private static Map<String, Object> connection(KafkaConnectionDetails kafka) {
        Map<String, Object> connection = new HashMap<>();
        connection.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.getBootstrapServers());
        return connection;
    }
}
