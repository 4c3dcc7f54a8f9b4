package io.habitus.persona.words;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.List;
import java.util.Set;

/**
 * How long the own words of a watch take, on one thread, and what is held meanwhile.
 *
 * <p>Arguments: posts of 20 words on each side, how often it is measured, and {@code beside} if about half of the posts are to
 * be of the same kind; as in {@code 100000 5}. Run with {@code -XX:+UseSerialGC}.
 */
public final class KeynessBenchmark {

    private KeynessBenchmark() {}

    public static void main(String[] arguments) {
        int posts = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        var asked = Asked.usual();
        if (arguments.length > 2) {
            asked = asked.beside(new Naming(Set.of(Invented.word(1)), Set.of()));
        }
        // A voice says two posts in the mean.
        var planting = Planting.of(1, posts / 2, posts / 2, 30, 300);
        var target =
                planting.target().subList(0, Math.min(posts, planting.target().size()));
        var reference = planting.reference()
                .subList(0, Math.min(posts, planting.reference().size()));
        System.out.printf("%d and %d posts%n", target.size(), reference.size());
        for (int round = 0; round < rounds; round++) {
            measure(target, reference, asked);
        }
    }

    private static void measure(List<Said> target, List<Said> reference, Asked asked) {
        var beans = ManagementFactory.getMemoryPoolMXBeans();
        System.gc();
        long before = used();
        beans.forEach(MemoryPoolMXBean::resetPeakUsage);
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        var answer = Keyness.of(target, reference, asked);
        long took = System.nanoTime() - start;
        long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        long old = beans.stream()
                .filter(bean ->
                        bean.getName().contains("Tenured") || bean.getName().contains("Old"))
                .mapToLong(bean -> bean.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                "%.2f s (%.2f s CPU), %d tested, %d told, at most %d MB in the old generation, of it %d MB before%n",
                took / 1e9, worked / 1e9, answer.tested(), answer.words().size(), old >> 20, before >> 20);
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
