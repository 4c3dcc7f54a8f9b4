package io.habitus.persona.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The own words once more, written apart from {@link Keyness}, slowly and plainly: maps of sets, the formulas as the papers
 * print them. Knows only texts of bare words between single blanks, without inflections, and no saying longer than two
 * words. The drawing of texts and of places in them is taken over, and so is the rule for how much is heard of whom; both
 * are carried out anew.
 */
final class Recount {

    record Row(String term, int a, int b, double logRatio, double g2, double lower, double upper) {}

    final List<Row> rows = new ArrayList<>();
    int tested;
    int correctedFor;
    double wordsCompared;
    double wordsComparedElsewhere;

    private final Map<String, Set<Long>> here = new HashMap<>();
    private final Map<String, Set<Long>> elsewhere = new HashMap<>();
    private final double[] logFactorials = new double[200_000];

    Recount(List<Said> target, List<Said> reference, Asked asked) {
        for (int i = 1; i < logFactorials.length; i++) {
            logFactorials[i] = logFactorials[i - 1] + Math.log(i);
        }
        var voices = byVoice(target);
        var voicesElsewhere = byVoice(reference);
        int n1 = voices.size();
        int n2 = voicesElsewhere.size();
        Map<Long, Integer> all = sizes(voices, texts -> heard(texts, Integer.MAX_VALUE).words);
        Map<Long, Integer> allElsewhere = sizes(voicesElsewhere, texts -> heard(texts, Integer.MAX_VALUE).words);
        Map<Long, Integer> most = limits(all, allElsewhere);
        Map<Long, Integer> mostElsewhere = limits(allElsewhere, all);
        voices.forEach((voice, texts) -> collect(voice, heard(texts, most.get(voice)).words, here));
        voicesElsewhere.forEach(
                (voice, texts) -> collect(voice, heard(texts, mostElsewhere.get(voice)).words, elsewhere));
        wordsCompared = here.values().stream().mapToInt(Set::size).sum() / (double) n1;
        wordsComparedElsewhere = elsewhere.values().stream().mapToInt(Set::size).sum() / (double) n2;
        Set<String> terms = new HashSet<>(here.keySet());
        terms.addAll(elsewhere.keySet());
        double pairs = terms.stream().mapToInt(this::both).sum();
        Map<Long, List<String>> phrases = new HashMap<>();
        Map<Long, List<String>> phrasesElsewhere = new HashMap<>();
        voices.forEach((voice, texts) -> phrases.put(voice, heard(texts, most.get(voice)).phrases));
        voicesElsewhere.forEach(
                (voice, texts) -> phrasesElsewhere.put(voice, heard(texts, mostElsewhere.get(voice)).phrases));
        Map<Long, Integer> mostPhrases = limits(sizes(phrases, it -> it), sizes(phrasesElsewhere, it -> it));
        Map<Long, Integer> mostPhrasesElsewhere = limits(sizes(phrasesElsewhere, it -> it), sizes(phrases, it -> it));
        phrases.forEach((voice, list) -> collect(voice, list.subList(0, mostPhrases.get(voice)), here));
        phrasesElsewhere.forEach(
                (voice, list) -> collect(voice, list.subList(0, mostPhrasesElsewhere.get(voice)), elsewhere));
        terms.addAll(here.keySet());
        terms.addAll(elsewhere.keySet());
        terms.removeIf(term -> both(term) < asked.floor() || unconnected(term, pairs, asked.association()));
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

    /** What is heard of a voice, each word and phrase once, in the order in which it is heard. */
    private record Heard(List<String> words, List<String> phrases) {}

    private static Map<Long, List<Said>> byVoice(List<Said> all) {
        Map<Long, List<Said>> voices = new HashMap<>();
        all.forEach(said ->
                voices.computeIfAbsent(said.voice(), _ -> new ArrayList<>()).add(said));
        voices.values()
                .forEach(said ->
                        said.sort((one, other) -> Long.compare(Hash.of(one.postId()), Hash.of(other.postId()))));
        return voices;
    }

    private static Heard heard(List<Said> all, int most) {
        Set<String> words = new LinkedHashSet<>();
        Set<String> phrases = new LinkedHashSet<>();
        for (var said : all) {
            var text = said.shownText().split(" ");
            int start = (int) Math.floorMod(Hash.mix(Hash.of(said.postId())), text.length);
            for (int i = 0; i < text.length; i++) {
                int place = (start + i) % text.length;
                if (!words.contains(text[place]) && words.size() == most) {
                    return new Heard(List.copyOf(words), List.copyOf(phrases));
                }
                words.add(text[place]);
                if (i > 0 && place > 0) {
                    phrases.add(text[place - 1] + " " + text[place]);
                }
            }
            if (start > 0) {
                phrases.add(text[start - 1] + " " + text[start]);
            }
        }
        return new Heard(List.copyOf(words), List.copyOf(phrases));
    }

    private static <T> Map<Long, Integer> sizes(Map<Long, List<T>> voices, Function<List<T>, List<?>> what) {
        Map<Long, Integer> sizes = new HashMap<>();
        voices.forEach((voice, said) -> sizes.put(voice, what.apply(said).size()));
        return sizes;
    }

    /** Both sides repeated until they are equally long, the lesser of each two, and of those the mean for each voice. */
    private static Map<Long, Integer> limits(Map<Long, Integer> said, Map<Long, Integer> saidElsewhere) {
        List<Long> ranked = said.keySet().stream()
                .sorted(Comparator.comparing((Long voice) -> said.get(voice)).thenComparing(voice -> Hash.mix(voice)))
                .toList();
        int[] sorted =
                saidElsewhere.values().stream().mapToInt(it -> it).sorted().toArray();
        Map<Long, Integer> limits = new HashMap<>();
        long sum = 0;
        for (int rank = 0; rank < ranked.size(); rank++) {
            for (int i = rank * sorted.length; i < (rank + 1) * sorted.length; i++) {
                sum += Math.min(said.get(ranked.get(rank)), sorted[i / ranked.size()]);
            }
            limits.put(ranked.get(rank), (int) (sum / sorted.length));
            sum %= sorted.length;
        }
        return limits;
    }

    private static void collect(long voice, List<String> terms, Map<String, Set<Long>> into) {
        terms.forEach(term -> into.computeIfAbsent(term, _ -> new HashSet<>()).add(voice));
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
