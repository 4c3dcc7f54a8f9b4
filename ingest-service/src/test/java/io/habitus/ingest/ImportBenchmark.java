package io.habitus.ingest;

import io.habitus.backends.junit.Backends;
import io.habitus.contracts.Topics;
import io.habitus.ingest.accounts.Accounts;
import io.habitus.ingest.lines.LineFeed;
import io.habitus.ingest.lines.LineReaders;
import io.habitus.ingest.log.KafkaClients;
import io.habitus.ingest.log.Outlet;
import io.habitus.ingest.privacy.ErasedAuthors;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast lines come in, beside the least that anybody could do with them, in the same run: parse each as a JSON tree
 * and produce its bytes.
 *
 * <pre>
 * mvn -pl ingest-service -am test-compile exec:java -Dexec.mainClass=io.habitus.ingest.ImportBenchmark \
 *     -Dexec.classpathScope=test -Dexec.args="200000 [FILE.jsonl]"
 * </pre>
 */
final class ImportBenchmark {

    private static final int ROUNDS = 4;

    private final byte[] file;
    private final int lines;
    private final KafkaClients clients;
    private final LineReaders readers = new LineReaders(InstallationKeyFiles.keys(), InstantSource.system());

    private ImportBenchmark(byte[] file, int lines, KafkaClients clients) {
        this.file = file;
        this.lines = lines;
        this.clients = clients;
    }

    public static void main(String[] args) throws Exception {
        int lines = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        byte[] file = args.length > 1 ? repeated(Path.of(args[1]), lines) : generated(lines);
        String bootstrapServers = Backends.shared().bootstrapServers();
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.POSTS.name(), 12, (short) 1), new NewTopic("floor", 12, (short) 1)))
                    .all()
                    .get();
        }
        var kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(bootstrapServers));
        kafka.getProducer().setCompressionType("snappy");
        kafka.getProducer().setBatchSize(org.springframework.util.unit.DataSize.ofKilobytes(64));
        kafka.getProducer().getProperties().put("linger.ms", "15");
        new ImportBenchmark(file, lines, new KafkaClients(kafka, Duration.ofSeconds(60))).run();
        System.exit(0);
    }

    private void run() throws Exception {
        System.out.printf("%,d lines of %,d bytes on average, %d rounds%n", lines, file.length / lines, ROUNDS);
        for (int round = 1; round <= ROUNDS; round++) {
            Took floor = measure(this::parseAndProduce);
            Took reading = measure(this::read);
            Took whole = measure(this::importAll);
            Took again = measure(this::importTwice);
            System.out.printf(
                    "round %d: floor %s | read %s | import %s = %.2f of the floor, %.2f x its CPU | and again, seen %s%n",
                    round,
                    floor.perLine(lines),
                    reading.perLine(lines),
                    whole.perLine(lines),
                    (double) floor.wallNanos() / whole.wallNanos(),
                    (double) whole.cpuNanos() / floor.cpuNanos(),
                    again.perLine(lines * 2));
        }
    }

    /** The least: a tree per line, its bytes into the log, all acknowledged. */
    private Long parseAndProduce() throws Exception {
        var json = new JsonMapper();
        var sent = new ArrayList<Future<?>>();
        var feed = new LineFeed(new ByteArrayInputStream(file), 1);
        try (Producer<byte[], byte[]> producer = clients.producer()) {
            while (feed.next()) {
                var tree = json.readTree(feed.bytes(), feed.start(), feed.end() - feed.start());
                byte[] key = tree.get("id").stringValue().getBytes(StandardCharsets.UTF_8);
                byte[] value = Arrays.copyOfRange(feed.bytes(), feed.start(), feed.end());
                sent.add(producer.send(new ProducerRecord<>("floor", key, value)));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        }
        return (long) sent.size();
    }

    /** What we do with a line before it is sent. */
    private Long read() throws IOException {
        var reader = readers.reader("default", "bench");
        var feed = new LineFeed(new ByteArrayInputStream(file), 1);
        long read = 0;
        while (feed.next()) {
            reader.read(feed);
            read++;
        }
        return read;
    }

    private Long importAll() {
        try (var outlet = new Outlet(clients::producer, 262_144, InstantSource.system())) {
            return take(outlet);
        }
    }

    private Long importTwice() {
        try (var outlet = new Outlet(clients::producer, lines * 4, InstantSource.system())) {
            return take(outlet) + take(outlet);
        }
    }

    private long take(Outlet outlet) {
        var intake = new Intake(
                _ -> true,
                new ErasedAuthors(),
                outlet,
                new Accounts(new SimpleMeterRegistry()),
                InstantSource.system(),
                4_096,
                Duration.ofSeconds(60));
        Receipt receipt = intake.take(
                        new LineFeed(new ByteArrayInputStream(file), 1), readers.reader("default", "bench"))
                .receipt();
        if (receipt.received() != lines || receipt.unreadable() > 0) {
            throw new IllegalStateException(receipt.received() + " received, " + receipt.refused());
        }
        return receipt.received();
    }

    private record Took(long wallNanos, long cpuNanos) {
        String perLine(int lines) {
            return String.format(
                    "%,d lines/s (%.1f µs CPU of its thread per line)",
                    lines * 1_000_000_000L / wallNanos, cpuNanos / 1e3 / lines);
        }
    }

    private static Took measure(Callable<Long> work) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        work.call();
        return new Took(System.nanoTime() - wall, threads.getCurrentThreadCpuTime() - cpu);
    }

    private static byte[] repeated(Path path, int lines) throws IOException {
        List<String> all = Files.readAllLines(path);
        var file = new ByteArrayOutputStream();
        for (int i = 0; i < lines; i++) {
            String line = all.get(i % all.size());
            // Another id each time the file comes round, or it would all be seen.
            file.write(line.replaceFirst("\"id\": ?\"", "\"id\": \"" + i / all.size() + "-")
                    .getBytes(StandardCharsets.UTF_8));
            file.write('\n');
        }
        return file.toByteArray();
    }

    private static byte[] generated(int lines) {
        String[] words =
                "Der Zug nach Hannover ist schon wieder zu spät und niemand sagt warum #bahn @db_bahn 😡".split(" ");
        var random = RandomGenerator.of("L64X128MixRandom");
        var file = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            file.append("{\"id\":\"p")
                    .append(i)
                    .append("\",\"source\":\"bench\",\"created_at\":\"2026-0")
                    .append(1 + random.nextInt(9))
                    .append("-15T12:00:00Z\",\"lang\":\"de\",\"text\":\"");
            for (int word = 0; word < 20; word++) {
                file.append(words[random.nextInt(words.length)]).append(' ');
            }
            file.append("\",\"author\":{\"id\":\"a")
                    .append(random.nextInt(10_000))
                    .append("\",\"handle\":\"somebody\",\"followers\":12},\"thread\":\"t")
                    .append(i / 10)
                    .append("\",\"likes\":3}\n");
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }
}
