package io.habitus.analysis.mentions;

import com.sun.management.OperatingSystemMXBean;
import io.habitus.analysis.log.KafkaLog;
import io.habitus.analysis.log.Lag;
import io.habitus.analysis.log.OwnTopics;
import io.habitus.analysis.watches.Watchlist;
import io.habitus.backends.EmbeddedKafka;
import io.habitus.backends.FreePorts;
import io.habitus.contracts.PostEvent;
import io.habitus.contracts.PostEvent.Published;
import io.habitus.contracts.SampleEvent;
import io.habitus.contracts.SourceType;
import io.habitus.contracts.Topics;
import io.habitus.contracts.WatchEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/**
 * How many posts the topology decides in a second, as it runs in the service: exactly once, RocksDB, a real broker in
 * the same JVM; beside it the least there is to do, matching alone.
 *
 * <pre>
 * mvn -pl analysis-service -am test-compile
 * mvn -pl analysis-service exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=io.habitus.analysis.mentions.MentionBenchmark -Dexec.args="300000 10"
 * </pre>
 *
 * {@code -Dsample.posts=0} leaves the sample out; {@code 12} lets hardly any voice into it, so nearly every post costs the
 * look at its voice alone.
 */
public final class MentionBenchmark {

    private static final int PARTITIONS = 12;
    private static final int THREADS = 2;
    private static final long SAMPLE_POSTS = Long.getLong("sample.posts", 100_000);
    private static final String[] FILLER =
            ("die der und in zu den das nicht von sie ist des sich mit dem dass er es ein ich auf so eine auch als an "
                            + "nach wie im für man aber aus durch wenn nur war noch werden bei hat wir was wird sein einen "
                            + "welche sind oder zur um haben einer mir über ihm diese einem ihr uns da zum kann doch vor "
                            + "dieser mich ihn du hatte seine mehr am denn nun unter sehr selbst schon hier bis habe ihre "
                            + "dann ihnen seiner alle wieder meine zeit gegen vom ganz einzelnen wo muss ohne eines können")
                    .split(" ");

    private MentionBenchmark() {}

    /** @param arguments how many posts, how many watches */
    public static void main(String[] arguments) throws Exception {
        var posts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300_000;
        var watches = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        matching(posts, watches);
        lookingAtVoices(posts);
        deciding(posts, watches);
        System.exit(0);
    }

    // --- what is said -----------------------------------------------------------------------------------------------

    /** About a post of every second names one watched word. */
    private static Published post(Random random, int number, int watches) {
        var text = new StringBuilder();
        for (var i = 0; i < 18; i++) {
            text.append(FILLER[random.nextInt(FILLER.length)]).append(' ');
        }
        if (random.nextBoolean()) {
            text.append("marke").append(random.nextInt(watches)).append(" ist wieder zu spät 😡 #verspätung @db_bahn");
        }
        var bytes = new byte[16];
        new Random(number).nextBytes(bytes);
        return new Published(
                HexFormat.of().formatHex(bytes),
                null,
                "twitter",
                SourceType.POST,
                0,
                false,
                Instant.parse("2026-11-01T00:00:00Z").plusSeconds(number),
                false,
                "de",
                "twitter.com",
                null,
                text.toString(),
                "%032x".formatted(random.nextInt(50_000)),
                100L,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "b".repeat(160));
    }

    private static WatchEvent watch(int number) {
        var now = Instant.parse("2026-11-01T00:00:00Z");
        return new WatchEvent.Saved(
                "default", "w" + number, 1, "w" + number, "marke" + number + " OR \"marke " + number + "\"", now, now);
    }

    // --- matching alone ---------------------------------------------------------------------------------------------

    private static void matching(int posts, int watches) {
        try (var list = new Watchlist()) {
            for (var i = 0; i < watches; i++) {
                list.apply(watch(i), i);
            }
            var random = new Random(1);
            var some = new ArrayList<Published>();
            for (var i = 0; i < 20_000; i++) {
                some.add(post(random, i, watches));
            }
            for (var round = 0; round < 3; round++) {
                var began = System.nanoTime();
                var hits = 0;
                for (var i = 0; i < posts; i++) {
                    hits += list.match(some.get(i % some.size())).size();
                }
                report("matching alone, 1 thread, round " + round, posts, System.nanoTime() - began, -1);
                if (hits == 0) {
                    throw new IllegalStateException("nothing matched");
                }
            }
        }
    }

    // --- sampling alone ---------------------------------------------------------------------------------------------

    /** All that a post costs whose voice is not in the sample. */
    private static void lookingAtVoices(int posts) {
        var pseudonyms = new ProjectPseudonyms(new byte[32]);
        var authors = IntStream.range(0, 50_000).mapToObj("%032x"::formatted).toList();
        for (var round = 0; round < 3; round++) {
            var began = System.nanoTime();
            var depths = 0L;
            for (var i = 0; i < posts; i++) {
                depths += SampleEvent.depthOf(pseudonyms.of("default", authors.get(i % authors.size())));
            }
            report("depth of a voice, 1 thread, round " + round, posts, System.nanoTime() - began, -1);
            if (depths == 0) {
                throw new IllegalStateException("no voice has any depth");
            }
        }
    }

    // --- the topology -----------------------------------------------------------------------------------------------

    private static void deciding(int posts, int watches) throws Exception {
        var folder = Files.createTempDirectory("mention-benchmark-");
        var broker = new EmbeddedKafka(folder.resolve("kafka"), FreePorts.any(), FreePorts.any());
        broker.start();
        try {
            var properties = new KafkaProperties();
            properties.setBootstrapServers(List.of(broker.bootstrapServers()));
            var kafka = new KafkaLog(properties);
            prepare(kafka, posts, watches);
            // The first half warms up.
            run(kafka, folder, posts);
        } finally {
            broker.stop();
            delete(folder);
        }
    }

    private static void prepare(KafkaLog kafka, int posts, int watches) throws Exception {
        try (Admin admin = kafka.admin("benchmark")) {
            admin.createTopics(List.of(new NewTopic(Topics.POSTS.name(), PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        new OwnTopics(kafka, PARTITIONS, 1).make();
        try (var producer = kafka.producer("benchmark")) {
            for (var i = 0; i < watches; i++) {
                var event = watch(i);
                producer.send(new ProducerRecord<>(
                        Topics.WATCHES.name(),
                        ("default/" + event.watch()).getBytes(StandardCharsets.UTF_8),
                        Topics.WATCHES.value().serializer().serialize("", event)));
            }
            var random = new Random(1);
            for (var i = 0; i < posts; i++) {
                PostEvent post = post(random, i, watches);
                producer.send(new ProducerRecord<>(
                        Topics.POSTS.name(),
                        ((Published) post).postId().getBytes(StandardCharsets.UTF_8),
                        Topics.POSTS.value().serializer().serialize("", post)));
            }
            producer.flush();
        }
    }

    private static void run(KafkaLog kafka, Path folder, int posts) throws Exception {
        var topics = new OwnTopics(kafka, PARTITIONS, 1);
        topics.make();
        var meters = new SimpleMeterRegistry();
        try (var watchlist = new Watchlist();
                var lag = new Lag(kafka)) {
            var topology = new MentionTopology(
                    watchlist, new Revisions(), Tagging.shipped(), new byte[32], SAMPLE_POSTS, meters);
            var streams = new MentionStreams(kafka, topics, topology, folder.resolve("state"), THREADS, 1);
            var thread = Thread.ofPlatform().daemon().start(() -> {
                try {
                    streams.run();
                } catch (InterruptedException done) {
                    Thread.currentThread().interrupt();
                }
            });
            var half = posts / 2;
            awaitReceived(meters, half);
            var already = received(meters);
            var began = System.nanoTime();
            var cpu = cpuTime();
            awaitReceived(meters, posts);
            report(
                    "topology, exactly once, RocksDB, " + THREADS + " threads, warm (CPU with the broker's)",
                    (int) (received(meters) - already),
                    System.nanoTime() - began,
                    cpuTime() - cpu);
            System.out.printf(
                    "mentions found: %.0f%n",
                    meters.counter("mentions.decided", "event", "found").count());
            while (lag.of(MentionStreams.APPLICATION, List.of(Topics.POSTS)) > 0) {
                Thread.sleep(Duration.ofMillis(50));
            }
            thread.interrupt();
            thread.join();
        }
    }

    private static void awaitReceived(SimpleMeterRegistry meters, int posts) throws InterruptedException {
        while (received(meters) < posts) {
            Thread.sleep(Duration.ofMillis(5));
        }
    }

    private static double received(SimpleMeterRegistry meters) {
        return meters.find("posts.read").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static long cpuTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void report(String what, int posts, long nanos, long cpuNanos) {
        System.out.printf(
                "%-80s %,9.0f posts/s %7.1f µs/post%s%n",
                what,
                posts * 1e9 / nanos,
                nanos / 1e3 / posts,
                cpuNanos < 0 ? "" : ", CPU %.1f µs/post".formatted(cpuNanos / 1e3 / posts));
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
