package io.habitus.persona.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The own words once more, written apart from {@link Keyness}, slowly and plainly: maps of sets, the formulas as the papers
 * print them. Knows only texts of bare words between single blanks, without inflections, and no saying longer than two
 * words.
 */
final class Recount {

    record Row(String term, int a, int b, double logRatio, double g2, double lower, double upper) {}

    final List<Row> rows = new ArrayList<>();
    int tested;
    int correctedFor;

    private final Map<String, Set<Long>> here = new HashMap<>();
    private final Map<String, Set<Long>> elsewhere = new HashMap<>();
    private final double[] logFactorials = new double[200_000];

    Recount(List<Said> target, List<Said> reference, Asked asked) {
        for (int i = 1; i < logFactorials.length; i++) {
            logFactorials[i] = logFactorials[i - 1] + Math.log(i);
        }
        int n1 = collect(target, here);
        int n2 = collect(reference, elsewhere);
        Set<String> terms = new HashSet<>(here.keySet());
        terms.addAll(elsewhere.keySet());
        double all = terms.stream()
                .filter(term -> !term.contains(" "))
                .mapToInt(this::both)
                .sum();
        terms.removeIf(term -> both(term) < asked.floor() || unconnected(term, all, asked.association()));
        tested = terms.size();
        correctedFor = 1;
        while (mayPass(terms, n1 / (double) (n1 + n2), asked.errorRate() / correctedFor) > correctedFor) {
            correctedFor++;
        }
        double tail = asked.errorRate() / correctedFor;
        for (var term : terms) {
            int a = count(here, term);
            int b = count(elsewhere, term);
            double lower = a < asked.floor() ? -1 : bound(a, b, n1, n2, tail);
            if (lower > 0) {
                double upper = b == 0 ? Double.POSITIVE_INFINITY : -bound(b, a, n2, n1, tail);
                rows.add(new Row(term, a, b, logRatio(a, n1, b, n2), g2(a, n1, b, n2), lower, upper));
            }
        }
        var told = List.copyOf(rows);
        rows.removeIf(row -> told.stream()
                .anyMatch(phrase -> List.of(phrase.term.split(" ")).contains(row.term)
                        && phrase.term.contains(" ")
                        && phrase.a / (double) row.a >= asked.explained()));
        rows.sort((one, other) -> Double.compare(other.lower, one.lower));
    }

    private static int collect(List<Said> all, Map<String, Set<Long>> into) {
        Set<Long> voices = new HashSet<>();
        for (var said : all) {
            voices.add(said.voice());
            var words = said.shownText().split(" ");
            for (int i = 0; i < words.length; i++) {
                into.computeIfAbsent(words[i], _ -> new HashSet<>()).add(said.voice());
                if (i > 0) {
                    into.computeIfAbsent(words[i - 1] + " " + words[i], _ -> new HashSet<>())
                            .add(said.voice());
                }
            }
        }
        return voices.size();
    }

    private long mayPass(Set<String> terms, double share, double level) {
        return terms.stream()
                .filter(term -> Math.pow(share, both(term)) <= level)
                .count();
    }

    private static int count(Map<String, Set<Long>> side, String term) {
        return side.getOrDefault(term, Set.of()).size();
    }

    private int both(String term) {
        return count(here, term) + count(elsewhere, term);
    }

    private boolean unconnected(String term, double all, double least) {
        if (!term.contains(" ")) {
            return false;
        }
        var words = term.split(" ");
        double together = both(term) / all;
        double byChance = both(words[0]) / all * (both(words[1]) / all);
        return Math.log(together / byChance) / -Math.log(together) < least;
    }

    static double logRatio(double a, double n1, double b, double n2) {
        double relative = (a == 0 ? 0.5 : a) / n1;
        double relativeElsewhere = (b == 0 ? 0.5 : b) / n2;
        return (Math.log10(relative) - Math.log10(relativeElsewhere)) / Math.log10(2);
    }

    static double g2(double a, double n1, double b, double n2) {
        double expected1 = n1 * (a + b) / (n1 + n2);
        double expected2 = n2 * (a + b) / (n1 + n2);
        double sum = 0;
        if (a > 0) {
            sum += a * (Math.log(a) - Math.log(expected1));
        }
        if (b > 0) {
            sum += b * (Math.log(b) - Math.log(expected2));
        }
        return 2 * sum;
    }

    /** The log2 ratio at which P(X >= a) of a + b is the tail, by halving. */
    private double bound(int a, int b, double n1, double n2, double tail) {
        double low = -60;
        double high = 60;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            double odds = Math.pow(2, middle) * n1 / n2;
            double sum = 0;
            for (int k = a; k <= a + b; k++) {
                sum += Math.exp(logFactorials[a + b]
                        - logFactorials[k]
                        - logFactorials[a + b - k]
                        + k * Math.log(odds / (1 + odds))
                        - (a + b - k) * Math.log(1 + odds));
            }
            if (sum < tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
