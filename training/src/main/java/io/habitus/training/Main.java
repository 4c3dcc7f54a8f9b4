package io.habitus.training;

import io.habitus.tagging.linear.LinearModel;
import io.habitus.tagging.linear.ModelFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Trains the models that {@code tagging} ships, and prints how good they are. The same data give the same bytes.
 *
 * <pre>mvn -q -pl training -am -Ptrain process-classes -Dtraining.data=DIR</pre>
 */
@Command(
        name = "training",
        description = "Trains the models that Habitus ships, and prints how good they are.",
        mixinStandardHelpOptions = true)
public final class Main {

    private static final String LIST = "SHA256SUMS";

    private Main() {}

    /** Exits with 0 when all was done, 1 when it could not be done, 2 when it was not understood. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** The same inside a running JVM. */
    static int run(String... args) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, _) -> {
                    command.getErr().println("training failed: " + failure);
                    return 1;
                })
                .execute(args);
    }

    private record Places(Path data, Path out, PrintWriter report) {}

    @Command(name = "polarity", description = "German and English: positive, neutral or negative.")
    int polarity(
            @Option(names = "--data", required = true, description = "folder of the labelled sets") Path data,
            @Option(names = "--out", required = true, description = "where the models go") Path out)
            throws IOException {
        return train(new Places(data, out, report()), List.of("polarity-de", "polarity-en"));
    }

    @Command(name = "language", description = "German, English or another one.")
    int language(
            @Option(names = "--data", required = true, description = "folder of the labelled sets") Path data,
            @Option(names = "--out", required = true, description = "where the models go") Path out)
            throws IOException {
        return train(new Places(data, out, report()), List.of("language"));
    }

    @Command(name = "all", description = "All of them.")
    int all(
            @Option(names = "--data", required = true, description = "folder of the labelled sets") Path data,
            @Option(names = "--out", required = true, description = "where the models go") Path out)
            throws IOException {
        return train(new Places(data, out, report()), List.of("language", "polarity-de", "polarity-en"));
    }

    private static PrintWriter report() {
        return new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
    }

    private static int train(Places places, List<String> names) throws IOException {
        Files.createDirectories(places.out);
        for (var name : names) {
            var model = trained(name, places);
            Files.write(places.out.resolve(name + ".model"), ModelFile.write(model));
        }
        list(places.out);
        return 0;
    }

    private static LinearModel trained(String name, Places places) {
        return name.equals("language")
                ? new LanguageTraining(places.data).train(places.report)
                : new PolarityTraining(places.data, name.substring("polarity-".length())).train(places.report);
    }

    /** As {@code sha256sum -c} reads it. */
    private static void list(Path folder) throws IOException {
        var lines = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(file -> file.toString().endsWith(".model"))
                    .sorted()
                    .toList()) {
                lines.append(ModelFile.sha256(Files.readAllBytes(file)))
                        .append("  ")
                        .append(file.getFileName())
                        .append('\n');
            }
        }
        Files.writeString(folder.resolve(LIST), lines);
    }
}
