package io.habitus.bench;

import io.habitus.bench.Settings.Measure;
import io.habitus.bench.micro.Micro;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code habitus bench}: how fast this machine makes Habitus, beside what Kafka and Elasticsearch alone would do. */
@Command(
        name = "habitus bench",
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "Starts a Habitus of its own, in a temporary folder and on free ports of 127.0.0.1, and measures with the same"
                    + " simulated posts, one after the other:",
            "  whole    everything Habitus does: from the import until searchable and counted",
            "  latency  posts pushed one by one on a fixed schedule, until the live view counts each",
            "  raw      the very same documents into Elasticsearch by bulk, nothing else",
            "  bare     the same posts through import and Kafka into Elasticsearch, without any analysis",
            "Beside that: processor time and memory of every process, lag, and how much of the machine other programs"
                    + " took. raw and bare need the documents that whole makes, so it runs first."
        },
        footerHeading = "%nExit status:%n",
        footer = {
            "  0  it was measured",
            "  1  it could not be; one sentence on standard error says why",
            "  2  the command was not understood",
            "  130  interrupted; nothing is left behind"
        })
public final class Main implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WARM_UP_SHARE = 4;

    @Option(
            names = "--posts",
            paramLabel = "N",
            defaultValue = "200000",
            description = "how many posts (default: ${DEFAULT-VALUE}), 1,000 to 2,000,000")
    private int posts;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "so many posts before them, which are not measured (default: a quarter of --posts)")
    private Integer warmUp;

    @Option(
            names = "--watches",
            paramLabel = "N",
            defaultValue = "50",
            description = "how many watches, each for a word of its own (default: ${DEFAULT-VALUE})")
    private int watches;

    @Option(
            names = "--heard",
            paramLabel = "SHARE",
            defaultValue = "1",
            description = "share of the posts that name a watched word, above 0 to 1 (default: ${DEFAULT-VALUE})")
    private double heard;

    @Option(
            names = "--hits",
            paramLabel = "N",
            defaultValue = "1",
            description = "how many watches hear each of those (default: ${DEFAULT-VALUE})")
    private int hits;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "500",
            description = "latency: posts a second (default: ${DEFAULT-VALUE})")
    private int rate;

    @Option(
            names = "--settle",
            paramLabel = "SPAN",
            defaultValue = "2m",
            converter = Span.class,
            description = "latency: for how long at that rate before, once it has risen to it for 60 s; compilers take"
                    + " processor time that nobody else has then (default: ${DEFAULT-VALUE})")
    private Duration settle;

    @Option(
            names = "--for",
            paramLabel = "SPAN",
            defaultValue = "60s",
            converter = Span.class,
            description = "latency: for how long, 30s or 5m (default: ${DEFAULT-VALUE})")
    private Duration length;

    @Option(
            names = "--only",
            paramLabel = "WHAT",
            split = ",",
            description = "raw, bare, whole, latency, or several with commas between (default: all)")
    private Set<Measure> only;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "of the simulated posts (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--json", description = "print one JSON document instead of text")
    private boolean json;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "also write the results there: Markdown if it ends in .md, JSON otherwise")
    private Path out;

    @Option(
            names = "--micro",
            description = "instead of all this: JMH for matching, tokenising and tagging, some minutes long")
    private boolean micro;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "where the temporary folder is made (default: the folder target beside the script)")
    private Path folder;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and exit")
    private boolean help;

    private final PrintStream output;
    private final PrintStream complaints;

    Main(PrintStream output, PrintStream complaints) {
        this.output = output;
        this.complaints = complaints;
    }

    /** Exits with the status that the help tells. */
    public static void main(String[] arguments) {
        // The clients of broker and Elasticsearch tell a screenful each time.
        System.setProperty("logback.configurationFile", "io/habitus/bench/bench-logback.xml");
        int status = run(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                arguments);
        System.exit(status);
    }

    /**
     * The same inside a running JVM.
     *
     * @return the exit status
     */
    static int run(PrintStream output, PrintStream complaints, String... arguments) {
        return new CommandLine(new Main(output, complaints))
                .setOut(new java.io.PrintWriter(output, true, StandardCharsets.UTF_8))
                .setErr(new java.io.PrintWriter(complaints, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        try {
            if (micro) {
                return Micro.run(output, json) ? DONE : FAILED;
            }
            return measure(settings());
        } catch (Refused refused) {
            complaints.println("habitus bench: " + refused.getMessage());
            return FAILED;
        }
    }

    private Settings settings() {
        Set<Measure> measured = only == null || only.isEmpty() ? EnumSet.allOf(Measure.class) : only;
        int before = warmUp == null ? posts / WARM_UP_SHARE : warmUp;
        return new Settings(posts, before, watches, heard, hits, rate, settle, length, seed, measured);
    }

    private int measure(Settings settings) throws IOException {
        refuseUnwritable();
        Findings findings;
        try (var leaving = new Leaving()) {
            // Elsewhere than the system's folder for temporary files, which often is in memory.
            Scratch scratch = leaving.keep(Scratch.below(
                    folder == null ? Path.of(System.getProperty("habitus.bench.folder", "target")) : folder,
                    settings.posts() + settings.warmUp()));
            try {
                findings = new Bench(settings, program(), scratch, leaving, this::progress).run();
            } catch (RuntimeException failed) {
                if (leaving.isLeaving()) {
                    // What else could it do: all is being taken away under it.
                    return FAILED;
                }
                throw failed;
            }
        }
        var report = new Report(findings);
        if (out != null) {
            Files.writeString(out, out.toString().endsWith(".md") ? report.markdown() : report.json() + "\n");
        }
        output.print(json ? report.json() + "\n" : report.text());
        return DONE;
    }

    /** Before minutes are spent. */
    private void refuseUnwritable() {
        Path parent = out == null ? null : out.toAbsolutePath().getParent();
        if (parent != null && !Files.isWritable(Files.exists(out) ? out : parent)) {
            throw new Refused(out + " cannot be written.");
        }
    }

    private static Path program() {
        String program = System.getProperty("habitus.program");
        if (program == null) {
            throw new Refused("The system property habitus.program does not say what to measure: start with the script"
                    + " habitus.");
        }
        return Path.of(program).toAbsolutePath();
    }

    private void progress(String sentence) {
        complaints.println(sentence);
    }

    /** A number with s or m behind it. */
    static final class Span implements ITypeConverter<Duration> {

        private static final Pattern SPAN = Pattern.compile("(\\d{1,6})([sm])");

        @Override
        public Duration convert(String given) {
            Matcher matcher = SPAN.matcher(given);
            if (!matcher.matches()) {
                throw new TypeConversionException("give seconds or minutes, such as 30s or 5m, not " + given);
            }
            long number = Long.parseLong(matcher.group(1));
            return matcher.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMinutes(number);
        }
    }
}
