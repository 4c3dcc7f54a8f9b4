package io.habitus.backends.junit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka and a real Elasticsearch for tests. One of each per JVM, started when first asked for, stopped after the
 * last test: tests keep out of each other's way by names of topics, groups and indices.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final Backends BACKENDS = Backends.shared();
 * }</pre>
 *
 * <p>Testcontainers where a Docker engine answers, the embedded ones otherwise; the environment variable
 * {@code HABITUS_TEST_BACKENDS} ({@code containers} or {@code embedded}) decides otherwise.
 */
public final class Backends implements BeforeAllCallback {

    private static final Backends SHARED = new Backends();

    private Servers servers;
    private boolean kafkaRuns;
    private boolean elasticsearchRuns;

    private Backends() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-backends"));
    }

    /** The ones of this JVM. */
    public static Backends shared() {
        return SHARED;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // Closed when all tests of the JVM are done, however many classes ask for it.
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Backends.class))
                .computeIfAbsent(Backends.class, _ -> (AutoCloseable) this::close);
    }

    /** Where Kafka clients connect, as {@code host:port}; starts the broker if it does not run. */
    public synchronized String bootstrapServers() {
        if (!kafkaRuns) {
            startKafka();
        }
        return servers().bootstrapServers();
    }

    /** Where Elasticsearch answers; starts it if it does not run. */
    public synchronized URI elasticsearch() {
        if (!elasticsearchRuns) {
            startElasticsearch();
        }
        return servers().elasticsearch();
    }

    /** Starts the broker, new or with the data it stopped with. */
    public synchronized void startKafka() {
        servers().startKafka();
        kafkaRuns = true;
    }

    /** Stops the broker in order. Its address stays. */
    public synchronized void stopKafka() {
        servers().stopKafka();
        kafkaRuns = false;
    }

    /** Stops the broker in order and starts it again with its data, at the same address. */
    public synchronized void restartKafka() {
        stopKafka();
        startKafka();
    }

    /** Starts Elasticsearch, new or with the data it ended with. */
    public synchronized void startElasticsearch() {
        servers().startElasticsearch();
        elasticsearchRuns = true;
    }

    /** Stops Elasticsearch in order. Its address stays. */
    public synchronized void stopElasticsearch() {
        servers().stopElasticsearch();
        elasticsearchRuns = false;
    }

    /** Kills Elasticsearch as {@code kill -9} does. Its address stays. */
    public synchronized void killElasticsearch() {
        servers().killElasticsearch();
        elasticsearchRuns = false;
    }

    /** Stops Elasticsearch in order and starts it again with its data, at the same address. */
    public synchronized void restartElasticsearch() {
        stopElasticsearch();
        startElasticsearch();
    }

    private Servers servers() {
        if (servers == null) {
            quietLogs();
            servers = containersWanted() ? new ContainerServers() : new EmbeddedServers();
        }
        return servers;
    }

    private synchronized void close() {
        if (servers != null) {
            servers.close();
            servers = null;
            kafkaRuns = false;
            elasticsearchRuns = false;
        }
    }

    private static boolean containersWanted() {
        String choice = System.getenv().getOrDefault("HABITUS_TEST_BACKENDS", "");
        return switch (choice) {
            case "embedded" -> false;
            case "containers" -> true;
            // Without a socket there is no engine, and asking for it would take seconds and fill the log.
            case "" ->
                (System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock")))
                        && ContainerServers.available();
            default ->
                throw new IllegalStateException(
                        "HABITUS_TEST_BACKENDS is neither 'embedded' nor 'containers' but '" + choice + "'");
        };
    }

    /** A broker at level DEBUG, which is what a test without Spring would get, writes more log than data. */
    private static void quietLogs() {
        if (LoggerFactory.getILoggerFactory() instanceof ch.qos.logback.classic.LoggerContext logs) {
            for (String loud : List.of("kafka", "org.apache.kafka", "state.change.logger", "org.testcontainers")) {
                Logger logger = logs.getLogger(loud);
                if (logger.getLevel() == null) {
                    logger.setLevel(Level.WARN);
                }
            }
        }
    }
}
