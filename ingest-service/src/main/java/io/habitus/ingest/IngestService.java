package io.habitus.ingest;

import io.habitus.ingest.accounts.Accounts;
import io.habitus.ingest.accounts.Listening;
import io.habitus.ingest.http.RequestsAtOnce;
import io.habitus.ingest.lines.LineReaders;
import io.habitus.ingest.log.Books;
import io.habitus.ingest.log.BrokerHealth;
import io.habitus.ingest.log.KafkaClients;
import io.habitus.ingest.log.Opening;
import io.habitus.ingest.log.Outlet;
import io.habitus.ingest.log.TopicsAtStart;
import io.habitus.ingest.privacy.ErasedAuthors;
import io.habitus.ingest.privacy.InstallationKeys;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextClosedEvent;

/** The service that makes the world's posts one shape. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties({IngestSettings.class, KafkaProperties.class})
public class IngestService {

    public static void main(String[] args) {
        start(args);
    }

    /**
     * Starts the service and returns when it listens; it is ready when {@code /actuator/health/readiness} says so.
     *
     * @param args settings as {@code --key=value}
     */
    public static ConfigurableApplicationContext start(String... args) {
        SpringApplication service = new SpringApplicationBuilder(IngestService.class)
                // By its own name, so that several services can live in one JVM.
                .properties(Map.of("spring.config.name", "ingest-service"))
                .build();
        return service.run(args);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    InstallationKeys installationKeys(IngestSettings settings) {
        return InstallationKeys.read(settings.pseudonymKeyFile(), settings.originKeyFile());
    }

    @Bean
    LineReaders lineReaders(InstallationKeys keys, InstantSource clock) {
        return new LineReaders(keys, clock);
    }

    @Bean
    ErasedAuthors erasedAuthors() {
        return new ErasedAuthors();
    }

    @Bean
    Accounts accounts(MeterRegistry meters) {
        return new Accounts(meters);
    }

    @Bean
    Listening listening() {
        return new Listening();
    }

    @Bean
    KafkaClients kafkaClients(KafkaProperties kafka, IngestSettings settings) {
        return new KafkaClients(kafka, settings.patience());
    }

    @Bean
    Admin admin(KafkaClients clients) {
        return clients.admin();
    }

    @Bean(initMethod = "start")
    Opening opening(IngestSettings settings, Admin admin, KafkaClients clients, ErasedAuthors erased, Books books) {
        var topics = new TopicsAtStart(settings.partitions(), settings.replication());
        return new Opening(topics, admin, clients::consumer, erased, books);
    }

    @Bean(initMethod = "start")
    Books books(Accounts accounts, Listening listening, Outlet outlet, InstantSource clock) {
        return new Books(accounts, listening, outlet, clock);
    }

    @Bean
    Outlet outlet(KafkaClients clients, IngestSettings settings, InstantSource clock) {
        return new Outlet(clients::producer, settings.postsRemembered(), clock);
    }

    // By this name it is "broker" in the readiness group.
    @Bean
    BrokerHealth brokerHealthIndicator(Admin admin, Opening opening) {
        return new BrokerHealth(admin, opening);
    }

    @Bean
    Intake intake(
            Opening opening,
            ErasedAuthors erased,
            Outlet outlet,
            Accounts accounts,
            InstantSource clock,
            IngestSettings settings) {
        return new Intake(
                opening::await, erased, outlet, accounts, clock, settings.linesUnderWay(), settings.patience());
    }

    @Bean
    RequestsAtOnce requestsAtOnce(IngestSettings settings) {
        return new RequestsAtOnce(settings.requestsAtOnce(), settings.wholeBodiesAtOnce(), settings.patience());
    }

    /** Before the web server waits for its requests to end, so that they do. */
    @Bean
    ApplicationListener<ContextClosedEvent> endRequests(Intake intake) {
        return closing -> intake.takeNoMore();
    }
}
