package io.habitus.persona.running;

import io.habitus.persona.log.WholeTopic;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Kafka Streams, from the first topic to the last commit. Waits for the broker and for MENTIONS as long as it takes,
 * and begins again whatever ends it.
 */
public final class ViewStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ViewStreams.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(20);

    private final Supplier<Topology> topology;
    private final Properties settings;
    private final Admin admin;
    private final OwnTopics topics;
    private final WholeTopic views;
    private final Thread keeping = new Thread(this::keepRunning, "view-streams");
    private volatile boolean stopped;
    private volatile KafkaStreams streams;

    /**
     * @param topology built anew for every beginning
     * @param settings of Kafka Streams
     * @param replication of the topics made here
     */
    public ViewStreams(
            Supplier<Topology> topology, Properties settings, Admin admin, short replication, WholeTopic views) {
        this.topology = topology;
        this.settings = settings;
        this.admin = admin;
        this.topics = new OwnTopics(replication);
        this.views = views;
    }

    /** What Kafka Streams is doing; {@code CREATED} while it waits for the broker or for MENTIONS. */
    public State state() {
        KafkaStreams current = streams;
        return current == null ? State.CREATED : current.state();
    }

    @Override
    public void start() {
        keeping.start();
    }

    @Override
    public boolean isRunning() {
        return keeping.isAlive();
    }

    @Override
    public void stop() {
        stopped = true;
        keeping.interrupt();
        try {
            keeping.join(CLOSE_WITHIN.plusSeconds(5));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        views.close();
    }

    @Override
    public int getPhase() {
        // Before the web server begins to ask, and after it has stopped asking.
        return 0;
    }

    private void keepRunning() {
        try {
            waitForTopics();
            views.start();
            while (!stopped) {
                runUntilItEnds();
                Thread.sleep(RETRY);
            }
        } catch (InterruptedException stop) {
            LOG.debug("stopped", stop);
        }
    }

    private void waitForTopics() throws InterruptedException {
        String told = "";
        while (true) {
            String missing = missing();
            if (missing.isEmpty()) {
                return;
            }
            if (!missing.equals(told)) {
                LOG.atInfo().addKeyValue("for", missing).log("waiting");
                told = missing;
            }
            Thread.sleep(RETRY);
        }
    }

    private String missing() throws InterruptedException {
        try {
            List<String> missing = topics.make(admin);
            return missing.isEmpty() ? "" : "topics " + missing;
        } catch (ExecutionException | KafkaException away) {
            return "the broker: " + away.getMessage();
        }
    }

    private void runUntilItEnds() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        KafkaStreams current = new KafkaStreams(topology.get(), settings);
        current.setUncaughtExceptionHandler(ViewStreams::replaceThread);
        current.setStateListener((now, before) -> {
            LOG.atInfo().addKeyValue("from", before).addKeyValue("to", now).log("view streams");
            if (now == State.ERROR || now == State.NOT_RUNNING) {
                ended.countDown();
            }
        });
        streams = current;
        try {
            current.start();
            ended.await();
            LOG.error("view streams ended by themselves; they begin again");
        } finally {
            // Leaving the group hands the work over at once instead of after the session's end.
            current.close(CloseOptions.timeout(CLOSE_WITHIN)
                    .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        }
    }

    private static StreamThreadExceptionResponse replaceThread(Throwable failure) {
        LOG.atWarn().setCause(failure).log("a stream thread failed and is replaced");
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
