package io.habitus.backends.junit;

import io.habitus.backends.FreePorts;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** The official images of both servers, where a Docker engine answers. */
final class ContainerServers implements Servers {

    private static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.3.1");
    private static final DockerImageName ELASTICSEARCH = DockerImageName.parse("elasticsearch:8.19.12");
    private static final int KAFKA_INSIDE = 19_092;
    private static final int ELASTICSEARCH_INSIDE = 9_200;

    // Fixed outside, so that the addresses survive a restart.
    private final int kafkaPort = FreePorts.any();
    private final int elasticsearchPort = FreePorts.any();
    private GenericContainer<?> kafka;
    private GenericContainer<?> elasticsearch;

    /** Whether a Docker engine answers. */
    static boolean available() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @Override
    public String bootstrapServers() {
        return kafka.getHost() + ":" + kafkaPort;
    }

    @Override
    public URI elasticsearch() {
        return URI.create("http://" + elasticsearch.getHost() + ":" + elasticsearchPort);
    }

    @Override
    public void startKafka() {
        if (kafka != null) {
            resume(kafka);
            return;
        }
        kafka = new GenericContainer<>(KAFKA)
                .withEnv(kafkaSettings())
                .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1));
        kafka.setPortBindings(List.of(kafkaPort + ":" + KAFKA_INSIDE));
        kafka.start();
    }

    @Override
    public void stopKafka() {
        kafka.getDockerClient().stopContainerCmd(kafka.getContainerId()).exec();
    }

    @Override
    public void startElasticsearch() {
        if (elasticsearch != null) {
            resume(elasticsearch);
            return;
        }
        elasticsearch = new GenericContainer<>(ELASTICSEARCH)
                .withEnv(Map.of(
                        "discovery.type", "single-node",
                        "xpack.security.enabled", "false",
                        "ES_JAVA_OPTS", "-Xms512m -Xmx512m"))
                .waitingFor(Wait.forHttp("/_cluster/health").forPort(ELASTICSEARCH_INSIDE));
        elasticsearch.setPortBindings(List.of(elasticsearchPort + ":" + ELASTICSEARCH_INSIDE));
        elasticsearch.withExposedPorts(ELASTICSEARCH_INSIDE);
        elasticsearch.start();
    }

    @Override
    public void stopElasticsearch() {
        elasticsearch
                .getDockerClient()
                .stopContainerCmd(elasticsearch.getContainerId())
                .exec();
    }

    @Override
    public void killElasticsearch() {
        elasticsearch
                .getDockerClient()
                .killContainerCmd(elasticsearch.getContainerId())
                .exec();
    }

    @Override
    public void close() {
        if (kafka != null) {
            kafka.stop();
        }
        if (elasticsearch != null) {
            elasticsearch.stop();
        }
    }

    private static void resume(GenericContainer<?> stopped) {
        stopped.getDockerClient().startContainerCmd(stopped.getContainerId()).exec();
    }

    private Map<String, String> kafkaSettings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("KAFKA_NODE_ID", "1");
        settings.put("KAFKA_PROCESS_ROLES", "broker,controller");
        settings.put("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://:9093,OUTSIDE://:" + KAFKA_INSIDE);
        settings.put("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://localhost:9092,OUTSIDE://localhost:" + kafkaPort);
        settings.put(
                "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,OUTSIDE:PLAINTEXT");
        settings.put("KAFKA_INTER_BROKER_LISTENER_NAME", "PLAINTEXT");
        settings.put("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER");
        settings.put("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093");
        settings.put("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        settings.put("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1");
        settings.put("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1");
        settings.put("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1");
        settings.put("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        return settings;
    }
}
