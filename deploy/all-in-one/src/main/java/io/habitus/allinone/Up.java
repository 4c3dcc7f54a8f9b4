package io.habitus.allinone;

import io.habitus.backends.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sun.misc.Signal;

/** {@code habitus up}: starts everything on one machine, shows what happens, and ends it in order. */
@Command(
        name = "habitus up",
        sortOptions = false,
        description = "Starts Habitus on this machine and keeps it running until Ctrl-C.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:it ran and was stopped",
            "1:it could not start; the reason is one sentence",
            "2:wrong options"
        })
public final class Up implements Callable<Integer> {

    private static final long NEEDED_BYTES = 2_000_000_000L;
    private static final Duration WATCH_DISK = Duration.ofSeconds(30);
    private static final Duration ORPHANS_END_WITHIN = Duration.ofSeconds(30);
    private static final int REFUSED = 1;

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "N",
            description = "where the page and the REST API are served, on 127.0.0.1 (default ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--data",
            defaultValue = "${env:HABITUS_DATA:-data}",
            paramLabel = "DIR",
            description = "the folder of everything Habitus knows (default: the folder data beside the script)")
    private Path data;

    @Option(names = "--apart", description = "each service in a process of its own, instead of all in one")
    private boolean apart;

    @Option(
            names = "--demo",
            description = "also sends invented posts, into a project of their own: three days of them, then live")
    private boolean demo;

    /** For {@code habitus bench}, which has to know what all the rest costs. */
    @Option(names = "--intake-alone", hidden = true)
    private boolean intakeAlone;

    @Option(names = "--json", description = "say what happens as one JSON object per line")
    private boolean json;

    @Option(names = "--min-free-space", defaultValue = "" + NEEDED_BYTES, paramLabel = "BYTES", hidden = true)
    private long neededBytes;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this and exit")
    private boolean help;

    private final AtomicInteger interruptions = new AtomicInteger();
    private Screen screen;

    /** Ends the JVM with the status that the help tells. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Up()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        screen = json ? new Screen.Lines(System.out) : new Screen.Terminal(System.out);
        try (DataFolder folder = DataFolder.claim(data, neededBytes)) {
            return run(folder);
        } catch (Refused refused) {
            System.err.println("habitus up: " + refused.getMessage());
            return REFUSED;
        }
    }

    private int run(DataFolder folder) throws InterruptedException {
        new Orphans(folder, screen).end(ORPHANS_END_WITHIN);
        refuseTakenPort();
        boolean first = folder.isNew();
        Secrets secrets = Secrets.of(folder);
        Parts parts = new Parts(folder, secrets, Ports.of(folder.run().resolve("ports.properties")), port);
        List<Part> all = new ArrayList<>(parts.backends());
        List<Part> services = services(parts);
        all.addAll(services);
        if (demo) {
            all.add(parts.demo(services));
        }
        refuseWhatCannotRun(all);

        Supervisor supervisor = new Supervisor(folder, all, port, apart, screen);
        for (String signal : List.of("INT", "TERM", "HUP")) {
            Signal.handle(new Signal(signal), _ -> interrupted(supervisor));
        }
        screen.line("Habitus starts. Data: " + folder.path());
        supervisor.start();
        Supervisor.Outcome outcome = supervisor.awaitReady();
        if (outcome == Supervisor.Outcome.READY) {
            greet(supervisor, folder, secrets, first);
            Thread.ofVirtual().name("watch-disk").start(() -> watchDisk(folder));
            outcome = supervisor.awaitEnd();
        }
        supervisor.stopParts();
        return switch (outcome) {
            case READY, STOPPED -> {
                screen.line("Habitus has stopped.");
                yield 0;
            }
            case GIVEN_UP -> {
                System.err.println(
                        "habitus up: A part does not start: see the lines above and its log in " + folder.logs() + ".");
                yield REFUSED;
            }
        };
    }

    private List<Part> services(Parts parts) {
        if (intakeAlone) {
            return parts.intakeAlone();
        }
        return apart ? parts.servicesApart() : parts.servicesTogether();
    }

    private void greet(Supervisor supervisor, DataFolder folder, Secrets secrets, boolean first) {
        screen.ready(
                supervisor.url(),
                folder.path().resolve("admin.key"),
                first ? Optional.of(secrets.adminKey()) : Optional.empty());
        if (demo) {
            screen.line("The demo is at " + supervisor.url() + "/p/" + Parts.DEMO_PROJECT
                    + ": people and brands that do not exist. It fills with the last three days, then goes on live.");
        }
    }

    private void refuseTakenPort() {
        if (port < 1 || port > 65_535) {
            throw new Refused("A port is a number from 1 to 65535, not " + port + ".");
        }
        if (!FreePorts.isFree(port)) {
            throw new Refused("Port " + port + " is taken by another program, or needs more rights: choose another one,"
                    + " for instance --port " + (port < 65_000 ? port + 1 : 8080) + ".");
        }
    }

    /** Asked before anything runs, so that the answer is one sentence and not a row of failed starts. */
    private static void refuseWhatCannotRun(List<Part> parts) {
        for (Part part : parts) {
            try {
                ProcessBuilder _ = part.command().get();
            } catch (IllegalStateException | UncheckedIOException impossible) {
                throw new Refused(impossible.getMessage(), impossible);
            }
        }
    }

    private void interrupted(Supervisor supervisor) {
        if (interruptions.getAndIncrement() == 0) {
            screen.line("Stopping; once more kills.");
            supervisor.stop();
            return;
        }
        screen.line("Killed.");
        supervisor.kill();
        Runtime.getRuntime().halt(REFUSED);
    }

    private void watchDisk(DataFolder folder) {
        boolean low = false;
        try {
            while (true) {
                long free = folder.freeBytes();
                if (free < NEEDED_BYTES && !low) {
                    screen.event(
                            "disk",
                            "nearly full: " + free / 1_000_000
                                    + " MB free. Below 1 GB no new month is begun in the index,"
                                    + " below 500 MB nothing is indexed"
                                    + " until there is room again");
                }
                low = free < NEEDED_BYTES;
                Thread.sleep(WATCH_DISK);
            }
        } catch (IOException unreadable) {
            screen.event("disk", "cannot be watched: " + unreadable.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
