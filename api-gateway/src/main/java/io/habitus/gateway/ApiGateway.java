package io.habitus.gateway;

import io.habitus.contracts.KeyEvent;
import io.habitus.contracts.ProjectEvent;
import io.habitus.contracts.Topics;
import io.habitus.gateway.administration.KeysEndpoint;
import io.habitus.gateway.administration.ProjectsEndpoint;
import io.habitus.gateway.door.Door;
import io.habitus.gateway.door.Doorway;
import io.habitus.gateway.door.OpenStreams;
import io.habitus.gateway.door.ProblemValve;
import io.habitus.gateway.keys.Keys;
import io.habitus.gateway.keys.Sessions;
import io.habitus.gateway.ledger.Broker;
import io.habitus.gateway.ledger.Ledger;
import io.habitus.gateway.ledger.TopicLedger;
import io.habitus.gateway.origin.OriginEndpoint;
import io.habitus.gateway.origin.Origins;
import io.habitus.gateway.pages.Pages;
import io.habitus.gateway.projects.Projects;
import io.habitus.gateway.services.Forwarding;
import io.habitus.gateway.services.Inquiry;
import io.habitus.gateway.services.Service;
import io.habitus.gateway.services.Services;
import io.habitus.gateway.status.StatusEndpoint;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The one door of Habitus. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(SpringParts.class)
@EnableConfigurationProperties({GatewaySettings.class, KafkaProperties.class})
public class ApiGateway {

    public static void main(String[] args) {
        start(args);
    }

    /**
     * Starts the service and returns when it listens; it is ready when {@code /actuator/health/readiness} says so.
     *
     * @param args settings as {@code --key=value}
     */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(ApiGateway.class)
                // By its own name, so that several services can live in one JVM.
                .properties(Map.of("spring.config.name", "api-gateway"))
                .run(args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    OriginKey originKey(GatewaySettings settings) {
        return OriginKey.read(settings.originKeyFile());
    }

    @Bean
    Broker broker(KafkaProperties kafka, GatewaySettings settings) {
        return new Broker(
                kafka.buildAdminProperties(),
                kafka.buildProducerProperties(),
                kafka.buildConsumerProperties(),
                settings.replication());
    }

    @Bean(initMethod = "open")
    TopicLedger<KeyEvent> keyLedger(Broker broker) {
        return new TopicLedger<>(Topics.KEYS, broker);
    }

    @Bean(initMethod = "open")
    TopicLedger<ProjectEvent> projectLedger(Broker broker) {
        return new TopicLedger<>(Topics.PROJECTS, broker);
    }

    @Bean
    Keys keys(Ledger<KeyEvent> ledger, Clock clock) {
        return new Keys(ledger, clock);
    }

    @Bean
    Projects projects(Ledger<ProjectEvent> ledger, Clock clock) {
        return new Projects(ledger, clock);
    }

    @Bean
    Sessions sessions(Keys keys, OriginKey secret, GatewaySettings settings, Clock clock) {
        return new Sessions(keys, secret.bytes(), settings.sessionLife(), clock);
    }

    @Bean(initMethod = "start")
    Opening opening(
            TopicLedger<KeyEvent> keyLedger,
            TopicLedger<ProjectEvent> projectLedger,
            Keys keys,
            Projects projects,
            GatewaySettings settings) {
        return new Opening(keyLedger, projectLedger, keys, projects, settings);
    }

    @Bean
    Doorway doorway(
            Keys keys, Sessions sessions, Projects projects, Opening opening, GatewaySettings settings, Clock clock) {
        return new Doorway(keys, sessions, projects, opening::isDone, settings.streamsForAKey(), clock);
    }

    @Bean(destroyMethod = "")
    OpenStreams openStreams(Doorway doorway) {
        return doorway.streams();
    }

    @Bean
    Services services(GatewaySettings settings) {
        return new Services(
                new Service("ingest-service", settings.ingest()),
                new Service("analysis-service", settings.analysis()),
                new Service("persona-service", settings.persona()));
    }

    @Bean
    Inquiry inquiry(GatewaySettings settings) {
        return new Inquiry(settings.connectWithin());
    }

    @Bean
    Forwarding forwarding(OpenStreams streams, GatewaySettings settings) {
        return new Forwarding(streams, settings.connectWithin(), settings.answerWithin(), settings.questionsAtOnce());
    }

    @Bean
    StatusEndpoint status(Services services, Inquiry inquiry, Opening opening, Clock clock) {
        return new StatusEndpoint(services, inquiry, opening::isDone, clock);
    }

    @Bean
    Routes routes(
            Doorway doorway,
            Keys keys,
            Projects projects,
            OriginKey originKey,
            Inquiry inquiry,
            StatusEndpoint status,
            Forwarding forwarding,
            Services services,
            GatewaySettings settings,
            Clock clock) {
        return new Routes(
                doorway.session(),
                new KeysEndpoint(keys, projects, clock),
                new ProjectsEndpoint(projects, settings.timeZone(), inquiry, services.analysis()),
                new OriginEndpoint(new Origins(originKey.bytes()), inquiry, services.analysis()),
                status,
                OpenApi.fromClassPath(),
                forwarding,
                services);
    }

    @Bean
    RouterFunction<ServerResponse> handlers() {
        return Door.toHandlers();
    }

    // Every failure is the door's to answer. Spring's own resolvers take a service that hangs up for a client that did,
    // and
    // end the answer as if it were whole.
    @Bean
    WebMvcConfigurer failuresGoToTheDoor() {
        return new WebMvcConfigurer() {
            @Override
            public void configureHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                resolvers.add((_, _, _, _) -> null);
            }
        };
    }

    @Bean
    FilterRegistrationBean<Door> door(Doorway doorway, Routes routes) throws IOException {
        var door = doorway.open(routes.all(), Pages.fromClassPath(ApiGateway.class.getClassLoader()));
        var registration = new FilterRegistrationBean<>(door);
        // Behind the filter that measures, before all others.
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    HealthIndicator ledgers(Opening opening) {
        return () -> (opening.isDone() ? Health.up() : Health.outOfService()).build();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> explainRefusals() {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }

    // Before the web server waits for its requests to end: streams never end by themselves.
    @Bean
    ApplicationListener<ContextClosedEvent> cutStreams(OpenStreams streams) {
        return _ -> streams.close();
    }
}
