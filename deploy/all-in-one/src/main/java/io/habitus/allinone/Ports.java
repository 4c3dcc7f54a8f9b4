package io.habitus.allinone;

import io.habitus.backends.FreePorts;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.function.IntPredicate;

/** The inner ports: chosen once, kept in a file, chosen anew only where somebody else has taken one meanwhile. */
record Ports(
        int broker,
        int controller,
        int elasticsearch,
        int elasticsearchTransport,
        int ingest,
        int analysis,
        int persona) {

    /** @throws Refused if the file cannot be read or written */
    static Ports of(Path file) {
        return of(file, FreePorts::isFree);
    }

    static Ports of(Path file, IntPredicate isFree) {
        try {
            Properties known = new Properties();
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    known.load(reader);
                }
            }
            Set<Integer> given = new HashSet<>();
            Ports ports = new Ports(
                    port("broker", known, isFree, given),
                    port("broker-controller", known, isFree, given),
                    port("elasticsearch", known, isFree, given),
                    port("elasticsearch-transport", known, isFree, given),
                    port("ingest-service", known, isFree, given),
                    port("analysis-service", known, isFree, given),
                    port("persona-service", known, isFree, given));
            StringWriter text = new StringWriter();
            known.store(text, null);
            PrivateFiles.write(file, text.toString());
            return ports;
        } catch (IOException refused) {
            throw new Refused("The file " + file + " cannot be read or written: " + refused, refused);
        }
    }

    private static int port(String name, Properties known, IntPredicate isFree, Set<Integer> given) {
        int port = number(known.getProperty(name));
        while (port == 0 || !isFree.test(port) || given.contains(port)) {
            port = FreePorts.any();
        }
        given.add(port);
        known.setProperty(name, Integer.toString(port));
        return port;
    }

    private static int number(String text) {
        try {
            int port = text == null ? 0 : Integer.parseInt(text);
            return port > 0 && port < 65_536 ? port : 0;
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
