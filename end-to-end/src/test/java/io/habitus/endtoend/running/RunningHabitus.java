package io.habitus.endtoend.running;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Habitus on this machine, started and stopped as a person does it. */
public final class RunningHabitus implements AutoCloseable {

    /** The system property that names another class to start as analysis-service. */
    private static final String PLANTED = "habitus.test.analysis-service";

    /**
     * For all processes: half of the work of a start is compiling well what is then hardly used, and starting is most of
     * what is done here. {@code FirstSteps} starts everything by the script, and so without this.
     */
    private static final List<String> COMPILE_LITTLE = List.of("-Dhabitus.test.jvm-options=-XX:TieredStopAtLevel=1");

    private static final int SIGINT = 2;
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(90);

    private final Process up;
    private final Path data;
    private final Path output;

    private RunningHabitus(Process up, Path data, Path output) {
        this.up = up;
        this.data = data;
        this.output = output;
    }

    /** A new, empty folder for data; not in the temporary one, into which Elasticsearch's own user may not look. */
    public static Path freshFolder(String name) {
        Path folder = Path.of("target", "habitus-data", name).toAbsolutePath();
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(folder.getParent());
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts one and waits until it is ready. Its JVMs compile little, for they run for minutes only. */
    public static RunningHabitus on(Path data, String... options) {
        return on(data, COMPILE_LITTLE, List.of(), options);
    }

    /**
     * The same with another supervisor JVM.
     *
     * @param jvmOptions none: all is as the script starts it
     * @param classPathAfter folders with classes that the product does not have
     */
    public static RunningHabitus on(Path data, List<String> jvmOptions, List<Path> classPathAfter, String... options) {
        var arguments = new ArrayList<>(List.of("--data", data.toString(), "--port", Integer.toString(freePort())));
        arguments.addAll(List.of(options));
        return started(Program.up(jvmOptions, classPathAfter, arguments), Map.of(), data);
    }

    /** Starts one with each service in a process of its own. */
    public static RunningHabitus apart(Path data) {
        return on(data, "--apart");
    }

    /**
     * The same with a bug in analysis-service.
     *
     * @param bug one of those that {@link Planted} knows
     */
    public static RunningHabitus planted(Path data, Class<?> bug) {
        Planted.plant(bug, data);
        var jvmOptions = new ArrayList<>(COMPILE_LITTLE);
        jvmOptions.add("-D" + PLANTED + "=" + Planted.class.getName());
        return on(data, jvmOptions, List.of(testClasses()), "--apart");
    }

    /** Takes another bug instead, at once. Only for one that was planted. */
    public void plant(Class<?> bug) {
        Planted.plant(bug, data);
    }

    /** Starts it by any command that ends in {@code up}, and waits until it is ready. */
    public static RunningHabitus started(List<String> command, Map<String, String> environment, Path data) {
        try {
            Path output = data.resolveSibling(data.getFileName() + ".up.log");
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            builder.environment().putAll(environment);
            var habitus = new RunningHabitus(builder.start(), data, output);
            try {
                habitus.awaitReady();
                return habitus;
            } catch (RuntimeException | AssertionError notReady) {
                habitus.close();
                throw new AssertionError(notReady.getMessage() + "\n" + habitus.said(), notReady);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All parts ready, the door included. */
    public void awaitReady() {
        await("Habitus is ready")
                .atMost(START)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    if (!up.isAlive()) {
                        throw new IllegalStateException("habitus up ended with " + up.exitValue() + ":\n" + said());
                    }
                    return state().path("ready").asBoolean(false);
                });
    }

    public URI url() {
        return URI.create(state().path("url").asString());
    }

    public Path data() {
        return data;
    }

    /** Everything {@code up} has printed. */
    public String said() {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String adminKey() {
        try {
            return Files.readString(data.resolve("admin.key")).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The door, with the admin's key. */
    public Api api() {
        return new Api(url(), adminKey());
    }

    /** Every service where it listens inside, by name; the gateway with the admin's key, the others need none. */
    public Map<String, Api> services() {
        var ports = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("run/ports.properties"))) {
            ports.load(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var services = new TreeMap<String, Api>(Map.of("api-gateway", api()));
        for (String service : List.of("ingest-service", "analysis-service", "persona-service")) {
            services.put(service, new Api(URI.create("http://127.0.0.1:" + ports.getProperty(service)), ""));
        }
        return services;
    }

    /** What the supervisor writes down; an empty object while there is nothing. */
    public JsonNode state() {
        Path state = data.resolve("run/state.json");
        try {
            return Files.exists(state)
                    ? JsonMapper.shared().readTree(Files.readAllBytes(state))
                    : JsonMapper.shared().createObjectNode();
        } catch (IOException | JacksonException halfWritten) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    /** Process ids by name, of those that run. */
    public Map<String, Long> processes() {
        return state().path("processes")
                .valueStream()
                .filter(process -> process.path("pid").asLong() > 0)
                .collect(Collectors.toMap(process -> process.path("name").asString(), process -> process.path("pid")
                        .asLong()));
    }

    /** Whether the part of this name does its work. */
    public boolean isReady(String name) {
        return state().path("processes")
                .valueStream()
                .anyMatch(process -> process.path("name").asString().equals(name)
                        && process.path("state").asString().equalsIgnoreCase("ready"));
    }

    /** Waits until the part of this name does its work; says otherwise what it lacks, and what its threads do. */
    public void awaitReady(String name, Duration patience) {
        try {
            await(name + " is ready").atMost(patience).until(() -> isReady(name));
        } catch (ConditionTimeoutException notReady) {
            throw new AssertionError(notReady.getMessage() + "\n" + health(name) + "\n" + threads(name), notReady);
        }
    }

    private String health(String name) {
        return state().path("processes")
                .valueStream()
                .filter(process -> process.path("name").asString().equals(name))
                .map(process -> URI.create("http://" + process.path("address").asString()))
                .map(inside -> new Api(inside, "").get("/actuator/health"))
                .map(answer -> answer.status() + " " + answer.text())
                .findFirst()
                .orElse("not there");
    }

    private String threads(String name) {
        Path dump = data.resolveSibling(data.getFileName() + "." + name + ".threads");
        Long pid = processes().get(name);
        if (pid == null) {
            return "no process";
        }
        try {
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            "Thread.print")
                    .redirectErrorStream(true)
                    .redirectOutput(dump.toFile())
                    .start()
                    .waitFor();
            return "threads in " + dump;
        } catch (IOException failed) {
            return "threads cannot be seen: " + failed;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** How often the part of this name was started again. */
    public int restarts(String name) {
        return state().path("processes")
                .valueStream()
                .filter(process -> process.path("name").asString().equals(name))
                .mapToInt(process -> process.path("restarts").asInt())
                .sum();
    }

    /** {@code kill -9} of one process, which must be one of ours. */
    public void kill(String name) {
        long pid = processes().get(name);
        ProcessHandle process =
                ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException(name + " has no process " + pid));
        if (up.descendants().noneMatch(process::equals)) {
            throw new IllegalStateException("process " + pid + " is not one of ours");
        }
        process.destroyForcibly();
    }

    /** Lets a part stand still, as if its machine had no time for it. */
    public void pause(String name) {
        signal("STOP", processes().get(name));
    }

    /** Where Elasticsearch is reached inside. */
    public URI elasticsearch() {
        return URI.create("http://" + address("elasticsearch"));
    }

    /** Where the broker is reached inside, {@code host:port}. */
    public String broker() {
        return address("broker");
    }

    private String address(String part) {
        return state().path("processes")
                .valueStream()
                .filter(process -> process.path("name").asString().equals(part))
                .map(process -> process.path("address").asString())
                .findFirst()
                .orElseThrow();
    }

    /** Ctrl-C. Returns the exit status when nothing is left. */
    public int interrupt() {
        List<ProcessHandle> all = up.descendants().toList();
        signal(interruptsAreIgnored() ? "TERM" : "INT", up.pid());
        awaitEnd();
        List<ProcessHandle> left = all.stream().filter(ProcessHandle::isAlive).toList();
        if (!left.isEmpty()) {
            throw new AssertionError("left behind: " + left);
        }
        return up.exitValue();
    }

    /** The id of the supervisor. */
    public long pid() {
        return up.pid();
    }

    @Override
    public void close() {
        if (!up.isAlive()) {
            return;
        }
        try {
            interrupt();
        } finally {
            up.descendants().forEach(ProcessHandle::destroyForcibly);
            up.destroyForcibly();
        }
    }

    /** Whether these tests run in the background of a script: such shells make all they start deaf to Ctrl-C. */
    private static boolean interruptsAreIgnored() {
        Path own = Path.of("/proc/self/status");
        try {
            return Files.exists(own)
                    && Files.readAllLines(own).stream()
                            .filter(line -> line.startsWith("SigIgn:"))
                            .map(line ->
                                    Long.parseUnsignedLong(line.substring(7).strip(), 16))
                            .anyMatch(ignored -> (ignored >> SIGINT - 1 & 1) == 1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void awaitEnd() {
        try {
            if (!up.waitFor(STOP.toSeconds(), SECONDS)) {
                throw new AssertionError("habitus up does not stop:\n" + said());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Path testClasses() {
        return Path.of("target", "test-classes").toAbsolutePath();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
