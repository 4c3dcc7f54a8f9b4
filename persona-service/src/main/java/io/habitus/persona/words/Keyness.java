package io.habitus.persona.words;

import io.habitus.persona.words.Comparison.Candidate;
import io.habitus.persona.words.OwnWords.Heard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which words distinguish a watch: used by more of its voices than of the voices of everything heard, by more than chance
 * explains even though thousands of words were looked at.
 *
 * <p>Unit is the voice: one that repeats itself counts once for each term, and none is heard longer than its counterpart on
 * the other side, see {@link EqualTalk}. Each text is cut into tokens once, and those of the watch that are quoted a second
 * time; the same utterances in any order give the same answer. Held are 4 bytes for each token, about 100 for each text,
 * each voice and each term, 30 for each phrase that may be frequent enough, and 8 MB.
 *
 * <p>Voices that are on both sides only make the answer more careful. Nothing is shared between two calls.
 */
public final class Keyness {

    private static final Comparator<Key> MOST_DISTINCTIVE_FIRST = Comparator.comparing(Key::standsOut)
            .thenComparingDouble(Key::atLeast)
            .thenComparingDouble(Key::g2)
            .reversed()
            .thenComparing(key -> key.in.language())
            .thenComparingLong(key -> key.term.lasting());

    private Keyness() {}

    /**
     * Compares.
     *
     * @param target what the watch hears
     * @param reference a sample of everything else heard; read once
     */
    public static OwnWords of(List<Said> target, Iterable<Said> reference, Asked asked) {
        var sides = BothSides.of(target, reference, asked);
        var comparisons = sides.compared();
        var keys = keys(comparisons, asked);
        var languages = comparisons.stream()
                .map(Comparison::heard)
                .sorted(Comparator.comparingInt(Heard::voices).reversed().thenComparing(Heard::language))
                .toList();
        return new OwnWords(
                told(keys.subList(0, Math.min(keys.size(), asked.most())), target, asked),
                tested(comparisons),
                correctedFor(comparisons, asked),
                asked.floor(),
                languages,
                sides.left());
    }

    /**
     * A term that distinguishes.
     *
     * @param beside the lower bound of how much more frequent it is than in texts of the same kind, see {@link Beside}; +∞
     *     where a language has too few of these
     */
    record Key(Comparison in, Candidate term, RatioInterval interval, double beside) {

        /** Whether it is more frequent than elsewhere in texts of the same kind, too. */
        boolean standsOut() {
            return beside > 0;
        }

        /** It is at least so much more frequent than elsewhere, and if it stands out, than in texts of the same kind. */
        double atLeast() {
            return standsOut() ? Math.min(interval.lower(), beside) : interval.lower();
        }

        double g2() {
            return LogLikelihood.g2(term.a(), in.n1(), term.b(), in.n2());
        }
    }

    /** All terms that distinguish and do not repeat one another, the most distinctive first. */
    static List<Key> keys(List<Comparison> comparisons, Asked asked) {
        return Sayings.of(distinguishing(comparisons, asked, asked.errorRate() / correctedFor(comparisons, asked)));
    }

    private static int tested(List<Comparison> comparisons) {
        return comparisons.stream().mapToInt(Comparison::tested).sum();
    }

    private static int correctedFor(List<Comparison> comparisons, Asked asked) {
        return Multiplicity.of(
                comparisons.stream().map(Comparison::multiplicity).toList(), asked.errorRate());
    }

    /** Those whose lower bound, at a level shared by all, lies over 0. */
    private static List<Key> distinguishing(List<Comparison> comparisons, Asked asked, double tail) {
        Map<Comparison, List<Candidate>> distinguishing = new LinkedHashMap<>();
        Map<Comparison, Beside> besides = new HashMap<>();
        for (var in : comparisons) {
            var terms = in.candidates().stream()
                    .filter(term -> RatioInterval.isOverZero(term.a(), in.n1(), term.b(), in.n2(), tail))
                    .toList();
            if (!terms.isEmpty()) {
                distinguishing.put(in, terms);
                besides.put(in, new Beside(in, terms, asked));
            }
        }
        // One list for all languages: where one cannot stand beside anything, its words would come first for that.
        boolean areBeside = besides.values().stream().allMatch(Beside::hasEnoughVoices);
        List<Key> keys = new ArrayList<>();
        distinguishing.forEach((in, terms) -> terms.forEach(term -> {
            var interval = RatioInterval.of(term.a(), in.n1(), term.b(), in.n2(), tail);
            double beside = areBeside ? besides.get(in).lower(term, tail) : Double.POSITIVE_INFINITY;
            keys.add(new Key(in, term, interval, beside));
        }));
        keys.sort(MOST_DISTINCTIVE_FIRST);
        return keys;
    }

    private static List<OwnWord> told(List<Key> keys, List<Said> target, Asked asked) {
        Map<Key, Evidence.Of> evidence = new HashMap<>();
        Map<Comparison, List<Key>> byLanguage = keys.stream().collect(Collectors.groupingBy(Key::in));
        byLanguage.forEach((in, here) -> {
            var found = Evidence.of(in, target, here.stream().map(Key::term).toList(), asked);
            for (int i = 0; i < here.size(); i++) {
                evidence.put(here.get(i), found.get(i));
            }
        });
        return keys.stream().map(key -> told(key, evidence.get(key))).toList();
    }

    private static OwnWord told(Key key, Evidence.Of evidence) {
        var in = key.in;
        var term = key.term;
        return new OwnWord(
                in.language(),
                evidence.forms().getFirst(),
                evidence.forms(),
                term.a(),
                term.b(),
                in.n1(),
                in.n2(),
                LogRatio.of(term.a(), in.n1(), term.b(), in.n2()),
                key.interval.lower(),
                key.interval.upper(),
                key.g2(),
                evidence.quotes());
    }
}
