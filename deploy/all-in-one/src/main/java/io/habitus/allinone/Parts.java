package io.habitus.allinone;

import io.habitus.backends.Broker;
import io.habitus.backends.ElasticsearchDistribution;
import io.habitus.backends.ElasticsearchProcess;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of one Habitus, in the order of their start, with all their settings. */
final class Parts {

    private static final String INGEST = "io.habitus.ingest.IngestService";
    private static final String ANALYSIS = "io.habitus.analysis.AnalysisService";
    /** Names another class to start, so that a test can plant a bug and show that the guarantees would notice. */
    private static final String ANALYSIS_IN_TESTS = "habitus.test.analysis-service";

    /** Further options of all JVMs, separated by spaces: tests that start them often have them compile little. */
    private static final String JVM_OPTIONS_IN_TESTS = "habitus.test.jvm-options";

    private static final String PERSONA = "io.habitus.persona.PersonaService";
    private static final String GATEWAY = "io.habitus.gateway.ApiGateway";

    private static final int BROKER_MEBIBYTES = 512;
    private static final int ELASTICSEARCH_MEBIBYTES = 1024;
    private static final int SERVICES_MEBIBYTES = 1536;
    private static final int HEAVY_SERVICE_MEBIBYTES = 512;
    private static final int LIGHT_SERVICE_MEBIBYTES = 320;
    /** By name, as the services are: the supervisor knows processes, not what they do. */
    static final String DEMO = "io.habitus.commandline.Main";

    static final String DEMO_READY = "Demo posts are being sent.";

    /** Where the demo keeps to itself. */
    static final String DEMO_PROJECT = "demo";

    private static final int DEMO_MEBIBYTES = 160;

    private static final Duration SERVICE_STOP = Duration.ofSeconds(30);
    private static final Duration BACKEND_STOP = Duration.ofSeconds(60);

    /** Ctrl-C and a closed terminal reach every process in front of it: only the supervisor acts on them. */
    private static final List<String> DEAF_TO_THE_TERMINAL = List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private final DataFolder folder;
    private final Secrets secrets;
    private final Ports ports;
    private final int gatewayPort;

    Parts(DataFolder folder, Secrets secrets, Ports ports, int gatewayPort) {
        this.folder = folder;
        this.secrets = secrets;
        this.ports = ports;
        this.gatewayPort = gatewayPort;
    }

    /** The broker and Elasticsearch. */
    List<Part> backends() {
        return List.of(broker(), elasticsearch());
    }

    /** All services in one process. */
    List<Part> servicesTogether() {
        return together(
                List.of(analysis(), persona(), ingest(), gateway()),
                List.of(
                        health(ports.analysis()),
                        health(ports.persona()),
                        health(ports.ingest()),
                        health(gatewayPort)));
    }

    /** In one process, only what it takes to get posts into the log. */
    List<Part> intakeAlone() {
        return together(List.of(ingest(), gateway()), List.of(health(ports.ingest()), health(gatewayPort)));
    }

    private List<Part> together(List<List<String>> services, List<URI> healths) {
        List<String> arguments = new ArrayList<>();
        for (List<String> service : services) {
            if (!arguments.isEmpty()) {
                arguments.add(Services.NEXT);
            }
            arguments.addAll(service);
            // They share one log, which would call every line after the service that started last; the logger's name
            // says the room.
            arguments.add("--logging.include-application-name=false");
        }
        return List.of(new Part(
                "services",
                List.of("broker", "elasticsearch"),
                () -> java("services", SERVICES_MEBIBYTES, Services.class.getName(), arguments),
                new Readiness.Answers(healths),
                "127.0.0.1:" + gatewayPort,
                Optional.empty(),
                SERVICE_STOP));
    }

    /** Each service in a process of its own. */
    List<Part> servicesApart() {
        return List.of(
                service("analysis-service", HEAVY_SERVICE_MEBIBYTES, ports.analysis(), analysis()),
                service("persona-service", HEAVY_SERVICE_MEBIBYTES, ports.persona(), persona()),
                service("ingest-service", LIGHT_SERVICE_MEBIBYTES, ports.ingest(), ingest()),
                service("api-gateway", LIGHT_SERVICE_MEBIBYTES, gatewayPort, gateway()));
    }

    /**
     * People who do not exist, talking in a project of their own; through the door, as any client.
     *
     * @param services that must be there
     */
    Part demo(List<Part> services) {
        return new Part(
                "demo",
                services.stream().map(Part::name).toList(),
                () -> java(
                        "demo",
                        DEMO_MEBIBYTES,
                        DEMO,
                        List.of(
                                "demo",
                                "--data=" + folder.path(),
                                "--url=" + uri(gatewayPort),
                                "--project=" + DEMO_PROJECT)),
                new Readiness.Says(DEMO_READY),
                "",
                Optional.empty(),
                SERVICE_STOP);
    }

    private Part broker() {
        Path data = folder.part("kafka");
        return new Part(
                "broker",
                List.of(),
                () -> java(
                        "broker",
                        BROKER_MEBIBYTES,
                        Broker.class.getName(),
                        List.of(
                                "--data", data.toString(),
                                "--port", Integer.toString(ports.broker()),
                                "--controller-port", Integer.toString(ports.controller()))),
                new Readiness.Says(Broker.READY),
                "127.0.0.1:" + ports.broker(),
                Optional.empty(),
                BACKEND_STOP);
    }

    private Part elasticsearch() {
        Path home = folder.path().resolve("elasticsearch");
        Supplier<ElasticsearchProcess> server = () -> new ElasticsearchProcess(
                ElasticsearchDistribution.unpacked(zip(), folder.path().resolve("programs")),
                home,
                ports.elasticsearch(),
                ports.elasticsearchTransport(),
                ELASTICSEARCH_MEBIBYTES,
                jvmOptionsInTests());
        return new Part(
                "elasticsearch",
                List.of(),
                () -> server.get().command(),
                new Readiness.Answers(
                        List.of(URI.create(elasticsearchUri() + "/_cluster/health?wait_for_status=yellow&timeout=1s"))),
                "127.0.0.1:" + ports.elasticsearch(),
                Optional.of(home.resolve("run/elasticsearch.pid")),
                BACKEND_STOP);
    }

    private Part service(String name, int mebibytes, int port, List<String> arguments) {
        return new Part(
                name,
                List.of("broker", "elasticsearch"),
                () -> java(name, mebibytes, Services.class.getName(), arguments),
                new Readiness.Answers(List.of(health(port))),
                "127.0.0.1:" + port,
                Optional.empty(),
                SERVICE_STOP);
    }

    private List<String> ingest() {
        return service(
                INGEST,
                ports.ingest(),
                "--ingest.partitions=" + folder.partitions(),
                "--ingest.pseudonym-key-file=" + secrets.pseudonyms(),
                "--ingest.origin-key-file=" + secrets.origins());
    }

    private List<String> analysis() {
        return service(
                System.getProperty(ANALYSIS_IN_TESTS, ANALYSIS),
                ports.analysis(),
                "--analysis.partitions=" + folder.partitions(),
                "--analysis.project-key-file=" + secrets.projects(),
                "--analysis.elasticsearch=" + elasticsearchUri(),
                "--analysis.state-dir=" + folder.part("analysis"));
    }

    private List<String> persona() {
        return service(
                PERSONA,
                ports.persona(),
                "--persona.partitions=" + folder.partitions(),
                "--persona.state-dir=" + folder.part("persona"));
    }

    private List<String> gateway() {
        return service(
                GATEWAY,
                gatewayPort,
                "--gateway.ingest=" + uri(ports.ingest()),
                "--gateway.analysis=" + uri(ports.analysis()),
                "--gateway.persona=" + uri(ports.persona()),
                "--gateway.origin-key-file=" + secrets.origins(),
                "--gateway.admin-key-sha256=" + secrets.adminKeySha256());
    }

    private List<String> service(String main, int port, String... settings) {
        List<String> arguments = new ArrayList<>();
        arguments.add(main);
        arguments.add("--server.port=" + port);
        arguments.add("--spring.kafka.bootstrap-servers=127.0.0.1:" + ports.broker());
        arguments.addAll(List.of(settings));
        return arguments;
    }

    private ProcessBuilder java(String part, int heapMebibytes, String main, List<String> arguments) {
        List<String> command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + heapMebibytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + ClassArchive.of(part, archives(), libraries()),
                "-Xlog:cds=off,aot=off",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8"));
        command.addAll(jvmOptionsInTests());
        command.add(main);
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.logs().toFile()).redirectErrorStream(true);
        // Not on the command line: it is as long as the list of our libraries.
        builder.environment()
                .put(
                        "CLASSPATH",
                        libraries().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        // The parts have keys of their own; one that a person uses elsewhere is not theirs.
        builder.environment().remove("HABITUS_KEY");
        // What native code frees goes back to the system: glibc otherwise keeps an arena per thread.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment()
                .keySet()
                .removeIf(name -> name.endsWith("JAVA_OPTIONS") || name.endsWith("JAVA_TOOL_OPTIONS"));
        return builder;
    }

    private static List<String> jvmOptionsInTests() {
        return Pattern.compile(" ")
                .splitAsStream(System.getProperty(JVM_OPTIONS_IN_TESTS, ""))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    /** Beside the programs, for every Habitus that runs them; in the data folder where those are another user's. */
    private Path archives() {
        Path beside = zip().toAbsolutePath().resolveSibling("archives");
        try {
            if (Files.isWritable(Files.createDirectories(beside))) {
                return beside;
            }
        } catch (IOException notOurs) {
            // Then it is not writable either; the JVM would refuse to start with a folder that is not.
        }
        return folder.part("programs");
    }

    /** Of this very process: all parts run on the same. */
    private static List<Path> libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
    }

    private static Path zip() {
        String zip = System.getProperty(ElasticsearchDistribution.ZIP_PROPERTY);
        if (zip == null) {
            throw new Refused("The system property " + ElasticsearchDistribution.ZIP_PROPERTY
                    + " does not say where Elasticsearch is: start with the script habitus.");
        }
        return Path.of(zip);
    }

    private String elasticsearchUri() {
        return uri(ports.elasticsearch());
    }

    private static String uri(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static URI health(int port) {
        return URI.create(uri(port) + "/actuator/health/readiness");
    }
}
