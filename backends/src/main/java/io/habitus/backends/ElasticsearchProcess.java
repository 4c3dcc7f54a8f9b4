package io.habitus.backends;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** An Elasticsearch server of one node as a child process, listening on the loopback address only. */
public final class ElasticsearchProcess implements AutoCloseable {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    /**
     * Runs the server until it ends, is told to end, or our standard input ends: that is when the process that started
     * us is gone. Ctrl-C and a closed terminal are for that process alone.
     */
    private static final String UNTIL_PARENT_ENDS = """
            trap '' INT HUP
            exec 3<&0 </dev/null
            "$@" 3<&- &
            server=$!
            trap 'kill -TERM "$server" 2>/dev/null' TERM
            (trap - TERM; while read -r _; do :; done; kill -TERM "$server") <&3 &
            watcher=$!
            exec 3<&-
            wait "$server"; status=$?
            while kill -0 "$server" 2>/dev/null; do wait "$server"; status=$?; done
            kill "$watcher" 2>/dev/null
            exit "$status"
            """;

    private final ElasticsearchDistribution distribution;
    private final Path folder;
    private final int port;
    private final int transportPort;
    private final int heapMebibytes;
    private final List<String> jvmOptions;
    private final HttpClient http;
    private Process process;

    /**
     * @param distribution the program, best below the same folder as {@code folder}: then root can use it anywhere
     * @param folder configuration, data and temporary files; made if missing. Belongs to the server alone
     * @param port of the REST interface
     * @param transportPort of the protocol between nodes; must be given as it is opened even with one node
     * @param heapMebibytes Java heap; the process takes about 400 MiB more
     * @param jvmOptions further ones of the server
     */
    public ElasticsearchProcess(
            ElasticsearchDistribution distribution,
            Path folder,
            int port,
            int transportPort,
            int heapMebibytes,
            List<String> jvmOptions) {
        this.distribution = distribution;
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.transportPort = transportPort;
        this.heapMebibytes = heapMebibytes;
        this.jvmOptions = List.copyOf(jvmOptions);
        this.http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    }

    /** Where clients connect. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /**
     * Writes the configuration and says how to start the server. It ends when its standard input ends. Output is the
     * server's log.
     *
     * @throws IllegalStateException with one sentence, if we are root and there is no way to run it as somebody else
     */
    public ProcessBuilder command() {
        UnprivilegedUser.Way way = prepare();
        Path program = way.seen(distribution.home().resolve("bin/elasticsearch"));
        List<String> command = new ArrayList<>(way.command());
        command.addAll(List.of("sh", "-c", UNTIL_PARENT_ENDS, "elasticsearch"));
        command.addAll(List.of(program.toString(), "-p", way.seen(pidFile()).toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(new File("/")).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("ES_") || name.endsWith("JAVA_OPTIONS"));
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("ES_JAVA_HOME", javaHome().toString());
        builder.environment()
                .put("ES_PATH_CONF", way.seen(folder.resolve("config")).toString());
        builder.environment().put("ES_TMPDIR", way.seen(folder.resolve("tmp")).toString());
        // The launcher only starts the server and waits for it: not worth compiling well.
        builder.environment().put("CLI_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        return builder;
    }

    /** Writes the configuration, hands everything to the user who will run the server, and says how he gets there. */
    private UnprivilegedUser.Way prepare() {
        try {
            for (String part : List.of("config", "data", "tmp", "run")) {
                Files.createDirectories(folder.resolve(part));
            }
            // One that a killed server has left behind would name a process of somebody else.
            Files.deleteIfExists(pidFile());
            UnprivilegedUser user = UnprivilegedUser.of(folder);
            UnprivilegedUser.Way way = user.wayTo(
                    folder.getParent(),
                    List.of(
                            distribution.home().resolve("bin/elasticsearch"),
                            javaHome().resolve("bin/java")));
            Files.writeString(folder.resolve("config/elasticsearch.yml"), settings(way));
            Files.writeString(folder.resolve("config/jvm.options"), jvmOptions(way));
            Files.writeString(folder.resolve("config/log4j2.properties"), LOGGING);
            user.own(folder);
            return way;
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write Elasticsearch's configuration to " + folder, unwritable);
        }
    }

    private static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    /** Starts the server with its output in {@code log}, and returns when it answers. */
    public synchronized void start(Path log, Duration within) {
        if (process != null && process.isAlive()) {
            throw new IllegalStateException("Elasticsearch on " + folder + " runs already");
        }
        try {
            process = command()
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot start Elasticsearch from " + distribution.home(), refused);
        }
        Instant until = Instant.now().plus(within);
        while (!isHealthy()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "Elasticsearch ended with status " + process.exitValue() + ", see " + log);
            }
            if (Instant.now().isAfter(until)) {
                stop();
                throw new IllegalStateException("Elasticsearch did not answer within " + within + ", see " + log);
            }
            pause();
        }
    }

    /** Whether all that is stored can be searched and written: the state is yellow or green. */
    public boolean isHealthy() {
        HttpRequest question = HttpRequest.newBuilder(uri().resolve("/_cluster/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            HttpResponse<String> answer = http.send(question, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && !answer.body().contains("\"status\":\"red\"");
        } catch (IOException _) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Elasticsearch", interrupted);
        }
    }

    /** The process of the server itself, below the shell and the launcher; empty before it has written it down. */
    public OptionalLong pid() {
        try {
            String text = Files.readString(pidFile()).strip();
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NoSuchFileException _) {
            return OptionalLong.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + pidFile(), unreadable);
        }
    }

    /** Lets the server write everything to disk and end; kills it after 30 seconds. Stopping twice does nothing. */
    public synchronized void stop() {
        if (process == null) {
            return;
        }
        stop(process, STOP_WITHIN);
        process = null;
    }

    /** As {@code kill -9}: the server and all that belongs to it is gone when this returns. */
    public synchronized void kill() {
        if (process == null) {
            return;
        }
        stop(process, Duration.ZERO);
        process = null;
    }

    @Override
    public void close() {
        stop();
    }

    /**
     * Ends a process that was made from {@link #command()}, and everything below it.
     *
     * @param within how long it may take to end by itself; zero kills at once
     */
    public static void stop(Process server, Duration within) {
        List<ProcessHandle> family = server.descendants().toList();
        try {
            if (within.isPositive()) {
                server.getOutputStream().close();
                if (!server.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                    server.destroy();
                }
            }
            server.destroyForcibly();
            family.forEach(ProcessHandle::destroyForcibly);
            server.waitFor();
            // The next server on these data is refused as long as this one lives.
            for (ProcessHandle member : family) {
                member.onExit().join();
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot stop Elasticsearch", refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while stopping Elasticsearch", interrupted);
        }
    }

    private Path pidFile() {
        return folder.resolve("run/elasticsearch.pid");
    }

    private String settings(UnprivilegedUser.Way way) {
        // Memory maps of the index would count as memory of the process and grow with it: read files instead.
        // The disk is shared with everything else on this machine: what counts is the room that is left. By default a
        // disk
        // of 500 GB with 50 GB free would already take no new index.
        return """
                cluster.name: habitus
                node.name: habitus
                discovery.type: single-node
                path.data: %s
                path.logs: %s
                http.host: 127.0.0.1
                http.port: %d
                transport.host: 127.0.0.1
                transport.port: %d
                xpack.security.enabled: false
                node.store.allow_mmap: false
                cluster.routing.allocation.disk.watermark.low: 2gb
                cluster.routing.allocation.disk.watermark.high: 1gb
                cluster.routing.allocation.disk.watermark.flood_stage: 500mb
                """.formatted(
                quoted(way.seen(folder.resolve("data"))), quoted(way.seen(folder.resolve("tmp"))), port, transportPort);
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    private String jvmOptions(UnprivilegedUser.Way way) {
        return """
                -Xms%1$dm
                -Xmx%1$dm
                -XX:+UseG1GC
                -Djava.io.tmpdir=${ES_TMPDIR}
                20-:--add-modules=jdk.incubator.vector
                -Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1
                -XX:+ExitOnOutOfMemoryError
                -XX:ErrorFile=%2$s/hs_err_pid%%p.log
                -Dhabitus.folder=%3$s
                %4$s
                """.formatted(heapMebibytes, way.seen(folder.resolve("tmp")), folder, String.join("\n", jvmOptions));
    }

    /** To standard output; whoever starts the server keeps it. */
    private static final String LOGGING = """
            status = error
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d{ISO8601} %-5p [%t] %c{1.} : %m%n
            rootLogger.level = warn
            rootLogger.appenderRef.console.ref = console
            logger.node.name = org.elasticsearch.node.Node
            logger.node.level = info
            logger.disk.name = org.elasticsearch.cluster.routing.allocation.DiskThresholdMonitor
            logger.disk.level = info
            """;

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Elasticsearch", interrupted);
        }
    }
}
