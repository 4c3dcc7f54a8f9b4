package io.habitus.backends;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The broker as a process: {@code --data DIR --port N [--controller-port N]}. Ends with its standard input. */
public final class Broker {

    /** Begins the line of standard output that says clients can connect. */
    public static final String READY = "broker ready on";

    private static final Set<String> OPTIONS = Set.of("--data", "--port", "--controller-port");
    private static final int WRONG_ARGUMENTS = 2;

    private Broker() {}

    /** Runs until it is told to stop, or until the process that started it is gone. */
    public static void main(String[] arguments) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "io/habitus/backends/broker-logback.xml");
        }
        Map<String, String> options = new HashMap<>();
        List<String> words = List.of(arguments);
        for (int i = 0; i < words.size(); i += 2) {
            if (!OPTIONS.contains(words.get(i)) || i + 1 == words.size()) {
                refuse("unknown or incomplete option " + words.get(i));
                return;
            }
            options.put(words.get(i), words.get(i + 1));
        }
        if (!options.containsKey("--data") || !options.containsKey("--port")) {
            refuse("--data and --port are needed");
            return;
        }
        int port;
        int controllerPort;
        try {
            port = Integer.parseInt(options.get("--port"));
            controllerPort =
                    Integer.parseInt(options.getOrDefault("--controller-port", Integer.toString(FreePorts.any())));
        } catch (NumberFormatException notNumber) {
            refuse("a port is a number: " + notNumber.getMessage());
            return;
        }
        run(new EmbeddedKafka(Path.of(options.get("--data")).toAbsolutePath(), port, controllerPort));
    }

    private static void run(EmbeddedKafka kafka) {
        kafka.start();
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::stop, "stop-broker"));
        Thread.ofPlatform().daemon().name("watch-parent").start(Broker::exitWithParent);
        System.out.println(READY + " " + kafka.bootstrapServers());
        kafka.awaitStop();
    }

    /** Nobody writes to our standard input: it ends when the process that holds the other side is gone. */
    private static void exitWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Whatever comes is of no interest.
            }
        } catch (IOException gone) {
            System.err.println("standard input broke: " + gone.getMessage());
        }
        System.exit(0);
    }

    private static void refuse(String reason) {
        System.err.println("broker: " + reason + "; usage: --data DIR --port N [--controller-port N]");
        System.exit(WRONG_ARGUMENTS);
    }
}
