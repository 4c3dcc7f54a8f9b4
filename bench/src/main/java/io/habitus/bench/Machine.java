package io.habitus.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where and when it was measured.
 *
 * @param date UTC
 * @param processors that this JVM may use
 * @param model of the processor as it calls itself, or its architecture
 * @param memory in bytes
 * @param load how many threads wanted to run in the last minute, before we began; negative if unknown
 */
record Machine(LocalDate date, int processors, String model, long memory, String system, String java, double load) {

    private static final Path CPUINFO = Path.of("/proc/cpuinfo");

    /** This one, now. */
    static Machine here() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                LocalDate.now(ZoneOffset.UTC),
                system.getAvailableProcessors(),
                model(system.getArch()),
                system.getTotalMemorySize(),
                system.getName() + " " + system.getVersion(),
                System.getProperty("java.vendor") + " " + Runtime.version(),
                system.getSystemLoadAverage());
    }

    /** One sentence. */
    String described() {
        return String.format(
                Locale.ENGLISH,
                "%d processors (%s), %.1f GiB, %s, Java of %s; %s; load average before: %s.",
                processors,
                model,
                memory / (double) (1 << 30),
                system,
                java,
                date,
                load < 0 ? "unknown" : String.format(Locale.ENGLISH, "%.1f", load));
    }

    private static String model(String architecture) {
        try (Stream<String> lines = Files.lines(CPUINFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(architecture);
        } catch (IOException notLinux) {
            return architecture;
        }
    }
}
