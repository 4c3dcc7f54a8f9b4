package io.habitus.commandline;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The commands a person types after {@code habitus}, except {@code up} and {@code test}, which the script does itself. */
@Command(
        name = "habitus",
        description = "Listens to what customers say in public, and answers, live.",
        subcommands = {
            WatchCommand.class,
            ImportCommand.class,
            ViewCommand.class,
            StatusCommand.class,
            SimulateCommand.class,
            DemoCommand.class,
            ReplayCommand.class,
            ProjectCommand.class,
            EraseCommand.class,
            KeyCommand.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExit status:%n",
        footer = {
            "  0  all was done",
            "  1  it could not be done; one sentence on standard error says why",
            "  2  the command was not understood",
            "  3  all lines went through, but some were refused",
            "  130  interrupted"
        })
public final class Main {

    /** What {@code demo} says when its project is there and its posts begin. */
    public static final String DEMO_READY = "Demo posts are being sent.";

    /** All was done. */
    static final int DONE = 0;
    /** It could not be done. */
    static final int FAILED = 1;
    /** An import went through, but some lines were refused. */
    static final int LINES_REFUSED = 3;

    /** Exits with the status the help names. */
    public static void main(String[] args) {
        System.exit(run(raw(FileDescriptor.out), raw(FileDescriptor.err), args));
    }

    /**
     * The same inside a running JVM.
     *
     * @return the exit status
     */
    public static int run(OutputStream out, OutputStream err, String... args) {
        var outWriter = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
        var errWriter = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
        int status = new CommandLine(new Main())
                .setOut(outWriter)
                .setErr(errWriter)
                // A query may begin with a handle; nobody means a file of arguments.
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setExecutionExceptionHandler(new Complaints())
                .execute(args);
        // A writer keeps its faults to itself until it is asked.
        boolean lost = outWriter.checkError();
        if (lost) {
            errWriter.println("The answer could not be written: the disk is full, or nobody reads it.");
        }
        errWriter.flush();
        return lost && status == 0 ? FAILED : status;
    }

    /** Not {@code System.out}: that one writes question marks where the locale is not set, as in most containers. */
    private static OutputStream raw(FileDescriptor descriptor) {
        return new FileOutputStream(descriptor);
    }

    private Main() {}
}
