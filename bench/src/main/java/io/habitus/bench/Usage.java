package io.habitus.bench;

import java.util.List;
import java.util.Map;

/**
 * What a measurement took.
 *
 * @param seconds how long it was
 * @param cpuSeconds processor time by process; null where there is no {@code /proc}
 * @param threads of the services: processor time in seconds by kind of thread, largest first; null likewise
 * @param pss the highest seen of each process, in bytes; null likewise
 * @param pssTogether the highest sum seen at one moment, in bytes; 0 likewise
 * @param others share of all processors that processes took which are not ours, 0 to 1; 0 likewise
 * @param lag how many records all projections together were behind, by the second
 */
record Usage(
        double seconds,
        Map<String, Double> cpuSeconds,
        Map<String, Double> threads,
        Map<String, Long> pss,
        long pssTogether,
        double others,
        List<LagAt> lag) {

    /**
     * A look at the lag.
     *
     * @param second since the measurement began
     */
    record LagAt(double second, long records) {}

    long mostLag() {
        return lag.stream().mapToLong(LagAt::records).max().orElse(0);
    }

    long lagAtTheEnd() {
        return lag.isEmpty() ? 0 : lag.getLast().records();
    }

    /** Of all our processes. */
    double cpuSecondsTogether() {
        return cpuSeconds == null
                ? 0
                : cpuSeconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
