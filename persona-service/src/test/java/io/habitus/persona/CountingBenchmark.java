package io.habitus.persona;

import com.sun.management.OperatingSystemMXBean;
import io.habitus.backends.Broker;
import io.habitus.backends.FreePorts;
import io.habitus.contracts.Topics;
import io.habitus.persona.log.WholeTopic;
import io.habitus.persona.range.Interval;
import io.habitus.persona.range.Range;
import io.habitus.persona.range.RangeView;
import io.habitus.persona.range.Tallies;
import io.habitus.persona.running.StreamsSettings;
import io.habitus.persona.running.ViewStreams;
import io.habitus.persona.timeline.Timelines;
import io.habitus.persona.views.NewestViews;
import io.habitus.persona.views.ViewReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What counting costs: CPU time of this process per mention, at full speed, with the broker in a process of its own.
 * And how long a range takes over all mentions of one watch.
 *
 * <p>Arguments: how many mentions are measured, then by how many watches each is heard, for one run each; as in
 * {@code 300000 1 2 5}. A run's first 100,000 mentions warm up and do not count.
 */
public final class CountingBenchmark {

    private static final int WARM_UP = 100_000;
    private static final int PARTITIONS = 12;
    private static final int WATCHES = 10;
    private static final int VOICES = 200_000;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Path folder;
    private final String broker;
    private final int measured;

    private CountingBenchmark(Path folder, String broker, int measured) {
        this.folder = folder;
        this.broker = broker;
        this.measured = measured;
    }

    /** Runs and prints. */
    public static void main(String[] args) throws Exception {
        int measured = Integer.parseInt(args[0]);
        for (int i = 1; i < args.length; i++) {
            Path folder = Files.createTempDirectory(Path.of("target"), "benchmark-");
            int port = FreePorts.any();
            Process broker = broker(folder, port);
            try {
                new CountingBenchmark(folder, "127.0.0.1:" + port, measured).run(Integer.parseInt(args[i]));
            } finally {
                broker.destroy();
                broker.waitFor();
            }
        }
        System.exit(0);
    }

    private static Process broker(Path folder, int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Broker.class.getName(),
                        "--data",
                        folder.resolve("kafka").toString(),
                        "--port",
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("broker.log").toFile())
                .start();
    }

    private void run(int heardBy) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            makeMentions(admin);
            write(heardBy);
            var meters = new SimpleMeterRegistry();
            var timelines = new Timelines(PARTITIONS);
            var connection = Map.<String, Object>of("bootstrap.servers", broker);
            var views = new WholeTopic(readCommitted(), Topics.VIEWS.name(), new ViewReader(new NewestViews()));
            var topology = new ViewTopology(timelines, meters);
            var streams = new ViewStreams(
                    topology::topology,
                    StreamsSettings.of(connection, folder.resolve("state"), 2, (short) 1),
                    admin,
                    (short) 1,
                    views);
            streams.start();
            var counted = meters.counter("persona.differences");
            await(() -> counted.count() >= (double) WARM_UP * heardBy);
            var cpuBefore = cpu();
            var before = System.nanoTime();
            await(() -> counted.count() >= (double) (WARM_UP + measured) * heardBy);
            double seconds = (System.nanoTime() - before) / 1e9;
            double micros = (cpu() - cpuBefore) / 1e3 / measured;
            System.out.printf(
                    "heard by %d: %.0f mentions/s, %.1f µs CPU per mention, %.0f views sent%n",
                    heardBy,
                    measured / seconds,
                    micros,
                    meters.counter("persona.views").count());
            range(new Tallies(timelines, InstantSource.system(), Duration.ofSeconds(5), meters));
            streams.stop();
        }
    }

    private static void range(Tallies tallies) {
        var times = new ArrayList<String>();
        RangeView view = null;
        for (int i = 0; i < 7; i++) {
            long before = threadCpu();
            view = tallies.of("default", "watch-0", new Range(null, null, Interval.MONTH, BERLIN));
            times.add((threadCpu() - before) / 1_000_000 + " ms");
        }
        System.out.printf(
                "  whole range by month of one watch: %s in %s CPU%n",
                view.view().total(), times);
    }

    private static void makeMentions(Admin admin) throws Exception {
        admin.createTopics(List.of(new NewTopic(Topics.MENTIONS.name(), PARTITIONS, (short) 1)))
                .all()
                .get();
        // A producer that is faster than a partition's first leader can lose its first batch: wait for all of them.
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            all.put(new TopicPartition(Topics.MENTIONS.name(), partition), OffsetSpec.latest());
        }
        await(() -> {
            try {
                return admin.listOffsets(all).all().get().size() == PARTITIONS;
            } catch (ExecutionException notYet) {
                return false;
            }
        });
    }

    private void write(int heardBy) {
        var settings = new Properties();
        settings.put("bootstrap.servers", broker);
        settings.put("compression.type", "snappy");
        settings.put("linger.ms", 20);
        var random = new Random(1);
        var now = Instant.now();
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var json = Topics.MENTIONS.value().serializer();
            for (int i = 0; i < WARM_UP + measured; i++) {
                var said = said(i, random, now, heardBy);
                producer.send(
                        new ProducerRecord<>(Topics.MENTIONS.name(), said.key(), json.serialize("any", said.event())));
            }
        }
    }

    private static Said said(int number, Random random, Instant now, int heardBy) {
        var watches = new String[heardBy];
        int first = heardBy == 1 ? 0 : random.nextInt(WATCHES);
        for (int i = 0; i < heardBy; i++) {
            watches[i] = "watch-" + (first + i) % WATCHES;
        }
        // Half of them of today, half of the last two years.
        long age = random.nextLong((random.nextBoolean() ? Duration.ofDays(1) : Duration.ofDays(730)).toMillis());
        var said = Said.post(
                "%016x%016x".formatted(number * 0x9E3779B97F4A7C15L, number),
                now.minusMillis(age),
                "%016x%016x".formatted(random.nextInt(VOICES) * 0x9E3779B97F4A7C15L, 1),
                watches);
        return random.nextInt(3) == 0 ? said.asRepost() : said;
    }

    private Properties readCommitted() {
        var settings = new Properties();
        settings.put("bootstrap.servers", broker);
        settings.put("isolation.level", "read_committed");
        return settings;
    }

    /** Of this thread: on a machine with other work the time on the clock says little. */
    private static long threadCpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void await(Callable<Boolean> fact) throws Exception {
        while (!fact.call()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
