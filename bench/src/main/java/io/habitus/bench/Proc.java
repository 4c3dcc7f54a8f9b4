package io.habitus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What Linux tells of processes in {@code /proc}. Where there is none, nothing can be told. See proc(5). */
final class Proc {

    /** USER_HZ, which is 100 on every architecture that Linux runs on today. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int UTIME = 14 - 3;
    private static final int IDLE = 3;
    private static final int IOWAIT = 4;
    /** From here on, guests, who are in the user's time already. */
    private static final int GUEST = 8;

    private final Path root;

    /** @param root {@code /proc}, or what stands for it in a test */
    Proc(Path root) {
        this.root = root;
    }

    boolean isThere() {
        return Files.isReadable(root.resolve("stat")) && Files.isReadable(root.resolve("self/smaps_rollup"));
    }

    /** Processor time of a process since its start, in seconds; nothing if it is gone. */
    double cpuSeconds(long pid) {
        return seconds(root.resolve(Long.toString(pid)).resolve("stat"));
    }

    /** Processor time of every thread of a process since its start, in seconds, by thread id; with the thread's name. */
    Map<Long, ThreadTime> threads(long pid) {
        var threads = new HashMap<Long, ThreadTime>();
        try (Stream<Path> tasks = Files.list(root.resolve(Long.toString(pid)).resolve("task"))) {
            for (Path task : (Iterable<Path>) tasks::iterator) {
                Path stat = task.resolve("stat");
                threads.put(Long.parseLong(task.getFileName().toString()), new ThreadTime(name(stat), seconds(stat)));
            }
        } catch (IOException gone) {
            // The process has ended: what was read is all there is.
        }
        return threads;
    }

    /**
     * A thread's share.
     *
     * @param name as the kernel knows it: at most 15 characters
     */
    record ThreadTime(String name, double seconds) {}

    /**
     * Proportional set size in bytes: pages shared by n processes count as an nth, so that a sum over processes is right.
     * Empty if the process is gone, or somebody else's.
     */
    OptionalLong pss(long pid) {
        try (Stream<String> lines = Files.lines(root.resolve(Long.toString(pid)).resolve("smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException gone) {
            return OptionalLong.empty();
        }
    }

    /** Processor time that the whole machine spent on anything, in seconds since its start, over all processors. */
    double busySeconds() {
        try (Stream<String> lines = Files.lines(root.resolve("stat"))) {
            String[] words = lines.findFirst().orElse("").strip().split(" +");
            long ticks = 0;
            for (int i = 1; i <= GUEST && i < words.length; i++) {
                boolean resting = i - 1 == IDLE || i - 1 == IOWAIT;
                ticks += resting ? 0 : Long.parseLong(words[i]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException unreadable) {
            return Double.NaN;
        }
    }

    private static double seconds(Path stat) {
        try {
            String line = Files.readString(stat);
            // The name before it may hold spaces and brackets.
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[UTIME + 1])) / TICKS_PER_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }

    private static String name(Path stat) {
        try {
            String line = Files.readString(stat);
            return line.substring(line.indexOf('(') + 1, line.lastIndexOf(')'));
        } catch (IOException gone) {
            return "gone";
        }
    }
}
