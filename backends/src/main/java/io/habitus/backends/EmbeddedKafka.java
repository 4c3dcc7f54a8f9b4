package io.habitus.backends;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A Kafka broker in this JVM: KRaft, one node, listening on the loopback address only. Stopped, it can be started again. */
public final class EmbeddedKafka implements AutoCloseable {

    static {
        LeaderEndpoints.mend();
    }

    private static final String CONTROLLER = "CONTROLLER";
    private static final int MEBIBYTE = 1 << 20;

    private final Path data;
    private final int port;
    private final int controllerPort;
    private KafkaRaftServer server;

    /**
     * @param data the folder of the logs, made and formatted when it is not yet
     * @param port where clients connect
     * @param controllerPort where the broker speaks to its own controller
     */
    public EmbeddedKafka(Path data, int port, int controllerPort) {
        this.data = data;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /** What clients connect to, as {@code host:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /**
     * Formats the storage if it is new, starts, and returns when clients can connect.
     *
     * @throws IllegalStateException if the broker cannot start, for instance because the port is taken
     */
    public synchronized void start() {
        if (server != null) {
            throw new IllegalStateException("the broker on " + data + " runs already");
        }
        KafkaConfig config = new KafkaConfig(settings(), false);
        format();
        KafkaRaftServer starting = new KafkaRaftServer(config, Time.SYSTEM);
        starting.startup();
        server = starting;
    }

    /** Writes everything to disk and returns when the broker has stopped. Stopping twice does nothing. */
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        server.shutdown();
        server.awaitShutdown();
        server = null;
    }

    /** Returns when the broker has stopped, by {@link #stop()} or by a fault of its own. */
    void awaitStop() {
        KafkaRaftServer running;
        synchronized (this) {
            running = server;
        }
        if (running != null) {
            running.awaitShutdown();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void format() {
        try {
            Files.createDirectories(data);
            // Keeps what is there, so that a first start that was interrupted in the middle can be repeated.
            new Formatter()
                    .setClusterId(clusterId())
                    .setNodeId(1)
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .setControllerListenerName(CONTROLLER)
                    .setIgnoreFormatted(true)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write to the broker's folder " + data, unwritable);
        } catch (Exception refused) {
            throw new IllegalStateException("cannot format the broker's folder " + data, refused);
        }
    }

    /** The one the storage was formatted with, or a new one. */
    private String clusterId() throws IOException {
        Path known = data.resolve("meta.properties");
        if (!Files.exists(known)) {
            return Uuid.randomUuid().toString();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(known)) {
            properties.load(reader);
        }
        return properties.getProperty("cluster.id");
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("log.dirs", data.toString());

        // Each service creates its own topics and says how long they keep what they hold.
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.partitions", "1");

        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "8");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "8");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");

        // A killed instance is replaced, and its open transaction ended, in seconds.
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.consumer.min.session.timeout.ms", "6000");
        settings.put("group.consumer.session.timeout.ms", "10000");
        settings.put("group.consumer.min.heartbeat.interval.ms", "1000");
        settings.put("group.consumer.heartbeat.interval.ms", "3000");
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");

        // After a kill the newest segment of each partition is read again: small ones come back sooner.
        settings.put("log.segment.bytes", Integer.toString(128 * MEBIBYTE));

        // One machine, few clients: a tenth of the memory that a broker of a cluster takes.
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("log.cleaner.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(24 * MEBIBYTE));
        return settings;
    }
}
