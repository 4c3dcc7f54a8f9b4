package io.habitus.bench.micro;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs all benchmarks of this package, each in JVMs that compile as the services' do. */
public final class Micro {

    private static final int FORKS = 2;
    private static final int WARM_UPS = 5;
    private static final int MEASUREMENTS = 5;

    /**
     * Prints JMH's own table, or its JSON.
     *
     * @return whether all went well
     */
    public static boolean run(PrintStream out, boolean json) throws IOException {
        Path results = Files.createTempFile("habitus-bench-", ".json");
        try {
            var options = new OptionsBuilder()
                    .include("^" + Micro.class.getPackageName().replace(".", "\\."))
                    .forks(FORKS)
                    .warmupIterations(WARM_UPS)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(MEASUREMENTS)
                    .measurementTime(TimeValue.seconds(1))
                    // Not ours, which compiles little.
                    .jvmArgs(
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-XX:+UseCompactObjectHeaders",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow")
                    .shouldFailOnError(true)
                    .verbosity(json ? VerboseMode.SILENT : VerboseMode.NORMAL)
                    .resultFormat(ResultFormatType.JSON)
                    .result(results.toString())
                    .build();
            new Runner(options).run();
            if (json) {
                out.print(Files.readString(results));
            }
            return true;
        } catch (RunnerException failed) {
            out.println(failed.getMessage());
            return false;
        } finally {
            Files.deleteIfExists(results);
        }
    }

    private Micro() {}
}
