package io.habitus.backends.junit;

import io.habitus.backends.ElasticsearchDistribution;
import io.habitus.backends.ElasticsearchProcess;
import io.habitus.backends.EmbeddedKafka;
import io.habitus.backends.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The broker in this JVM and Elasticsearch as a child process, with their data in a temporary folder. */
final class EmbeddedServers implements Servers {

    private static final int HEAP_MEBIBYTES = 512;
    /** It runs for a minute or two: compiling it well would take longer than all it is asked. */
    private static final List<String> COMPILE_LITTLE = List.of("-XX:TieredStopAtLevel=1");

    private static final Duration START_WITHIN = Duration.ofMinutes(3);

    private final Path folder;
    private EmbeddedKafka kafka;
    private ElasticsearchProcess elasticsearch;

    EmbeddedServers() {
        try {
            this.folder = Files.createTempDirectory("habitus-backends-");
            // Elasticsearch may run as somebody else, who has to pass through here.
            Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot make a temporary folder", unwritable);
        }
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public URI elasticsearch() {
        return elasticsearch.uri();
    }

    @Override
    public void startKafka() {
        if (kafka == null) {
            kafka = new EmbeddedKafka(folder.resolve("kafka"), FreePorts.any(), FreePorts.any());
        }
        kafka.start();
    }

    @Override
    public void stopKafka() {
        kafka.stop();
    }

    @Override
    public void startElasticsearch() {
        if (elasticsearch == null) {
            elasticsearch = new ElasticsearchProcess(
                    ElasticsearchDistribution.unpacked(zip(), folder),
                    folder.resolve("elasticsearch"),
                    FreePorts.any(),
                    FreePorts.any(),
                    HEAP_MEBIBYTES,
                    COMPILE_LITTLE);
        }
        elasticsearch.start(folder.resolve("elasticsearch.log"), START_WITHIN);
    }

    @Override
    public void stopElasticsearch() {
        elasticsearch.stop();
    }

    @Override
    public void killElasticsearch() {
        elasticsearch.kill();
    }

    @Override
    public void close() {
        if (kafka != null) {
            kafka.stop();
        }
        if (elasticsearch != null) {
            elasticsearch.stop();
        }
        deleteFolder();
    }

    private static Path zip() {
        String zip = System.getProperty(ElasticsearchDistribution.ZIP_PROPERTY);
        if (zip == null || !Files.isRegularFile(Path.of(zip))) {
            throw new IllegalStateException("the system property " + ElasticsearchDistribution.ZIP_PROPERTY
                    + " names no file (" + zip + "); Maven sets it and puts the file there, from an IDE do it by hand");
        }
        return Path.of(zip);
    }

    private void deleteFolder() {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot delete the temporary folder " + folder, refused);
        }
    }
}
