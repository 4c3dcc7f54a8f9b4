package io.habitus.bench;

import io.habitus.bench.Proc.ThreadTime;
import io.habitus.bench.Usage.LagAt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Looks at processes and lag while something is measured. Each look costs the measured some milliseconds, so it looks seldom. */
final class Watching {

    private static final Duration LOOK_AT_LAG = Duration.ofSeconds(1);
    /** Walking the page tables of a process holds it up. */
    private static final int LAG_LOOKS_PER_MEMORY_LOOK = 5;

    private static final String SERVICES = "services";

    private final Proc proc;
    private final Map<String, Long> pids;
    private final LongSupplier lag;
    private final Thread looking = Thread.ofVirtual().name("watching").unstarted(this::look);

    private final long began = System.nanoTime();
    private final Map<String, Double> cpuBefore;
    private final Map<Long, ThreadTime> threadsBefore;
    private final double busyBefore;
    private final List<LagAt> lags = new ArrayList<>();
    private final Map<String, Long> pss = new LinkedHashMap<>();
    private long pssTogether;

    private Watching(Proc proc, Map<String, Long> pids, LongSupplier lag) {
        this.proc = proc;
        this.pids = pids;
        this.lag = lag;
        cpuBefore = cpu();
        threadsBefore = threads();
        busyBefore = proc.isThere() ? proc.busySeconds() : 0;
    }

    /**
     * Begins.
     *
     * @param processes of the measured, by name; we come on top as {@code bench}
     * @param lag asked once a second; negative if it cannot be told just now
     */
    static Watching begun(Proc proc, Map<String, Long> processes, LongSupplier lag) {
        var pids = new LinkedHashMap<>(processes);
        pids.put("bench", ProcessHandle.current().pid());
        var watching = new Watching(proc, pids, lag);
        watching.looking.start();
        return watching;
    }

    /** Ends, and tells what was seen. */
    Usage ended() {
        looking.interrupt();
        try {
            looking.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted.", interrupted);
        }
        double seconds = seconds();
        lookAtLag();
        if (!proc.isThere()) {
            return new Usage(seconds, null, null, null, 0, 0, lags);
        }
        double busy = proc.busySeconds() - busyBefore;
        lookAtMemory();
        var cpu = new LinkedHashMap<String, Double>();
        cpu().forEach((name, now) -> cpu.put(name, now - cpuBefore.get(name)));
        double ours = cpu.values().stream().mapToDouble(Double::doubleValue).sum();
        double all = seconds * Runtime.getRuntime().availableProcessors();
        return new Usage(
                seconds,
                cpu,
                byKind(threadsBefore, threads()),
                pss,
                pssTogether,
                Math.clamp((busy - ours) / all, 0, 1),
                lags);
    }

    /** The time between two looks at all threads by kind, largest first: kinds are names without their numbers. */
    static Map<String, Double> byKind(Map<Long, ThreadTime> before, Map<Long, ThreadTime> after) {
        var kinds = new TreeMap<String, Double>();
        after.forEach((id, thread) -> {
            ThreadTime then = before.get(id);
            double spent = thread.seconds() - (then == null ? 0 : then.seconds());
            String kind = thread.name().replaceAll("[-#]?\\d+$", "").strip();
            kinds.merge(kind.isEmpty() ? "unnamed" : kind, spent, Double::sum);
        });
        var largestFirst = new LinkedHashMap<String, Double>();
        kinds.entrySet().stream()
                .filter(kind -> kind.getValue() > 0)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(kind -> largestFirst.put(kind.getKey(), kind.getValue()));
        return largestFirst;
    }

    private void look() {
        try {
            for (int looks = 0; ; looks++) {
                if (looks % LAG_LOOKS_PER_MEMORY_LOOK == 0) {
                    lookAtMemory();
                }
                lookAtLag();
                Thread.sleep(LOOK_AT_LAG);
            }
        } catch (InterruptedException | Refused ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookAtLag() {
        try {
            long records = lag.getAsLong();
            if (records >= 0) {
                lags.add(new LagAt(seconds(), records));
            }
        } catch (Refused away) {
            // A look that fails tells nothing; the next one may.
            if (Thread.currentThread().isInterrupted()) {
                throw away;
            }
        }
    }

    private void lookAtMemory() {
        if (!proc.isThere()) {
            return;
        }
        long together = 0;
        for (var process : pids.entrySet()) {
            long now = proc.pss(process.getValue()).orElse(0);
            pss.merge(process.getKey(), now, Math::max);
            together += now;
        }
        pssTogether = Math.max(pssTogether, together);
    }

    private Map<String, Double> cpu() {
        var cpu = new LinkedHashMap<String, Double>();
        if (proc.isThere()) {
            pids.forEach((name, pid) -> cpu.put(name, proc.cpuSeconds(pid)));
        }
        return cpu;
    }

    private Map<Long, ThreadTime> threads() {
        return proc.isThere() && pids.containsKey(SERVICES) ? proc.threads(pids.get(SERVICES)) : Map.of();
    }

    private double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }
}
