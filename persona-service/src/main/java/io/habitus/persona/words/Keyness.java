package io.habitus.persona.words;

import io.habitus.persona.words.Comparison.Candidate;
import io.habitus.persona.words.OwnWords.Heard;
import io.habitus.persona.words.OwnWords.Left;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which words distinguish a watch: used by more of its voices than of the voices of everything heard, by more than chance
 * explains even though thousands of words were looked at.
 *
 * <p>Unit is the voice: one that repeats itself counts once for each term. Both sides are read several times and never
 * kept; the same utterances in any order give the same answer. Held are: 20 bytes a voice, 30 a term, 30 a phrase of words
 * that are frequent enough, and of pairs of a voice and a term at most about {@link Asked#pairsAtOnce} at a time, 12 to 36
 * bytes each; the more it would be, the more often the sides are read.
 *
 * <p>Voices that are on both sides only make the answer more careful. Nothing is shared between two calls.
 */
public final class Keyness {

    private static final Comparator<Key> MOST_DISTINCTIVE_FIRST = Comparator.comparingDouble(
                    (Key key) -> key.interval.lower())
            .thenComparingDouble(Key::g2)
            .reversed()
            .thenComparing(key -> key.in.language())
            .thenComparingLong(key -> key.term.lasting());

    private final Asked asked;
    private final List<Comparison> comparisons = new ArrayList<>();
    private Left left = new Left(0, 0);

    private Keyness(Asked asked) {
        this.asked = asked;
    }

    /**
     * Compares.
     *
     * @param target what the watch hears; gives the same utterances each time it is read
     * @param reference a sample of everything heard; the same
     */
    public static OwnWords of(Iterable<Said> target, Iterable<Said> reference, Asked asked) {
        var keyness = new Keyness(asked);
        keyness.compare(Side.find(target), Side.find(reference));
        return keyness.answer();
    }

    /** A term that distinguishes. */
    record Key(Comparison in, Candidate term, RatioInterval interval) {

        double g2() {
            return LogLikelihood.g2(term.a(), in.n1(), term.b(), in.n2());
        }
    }

    private void compare(Side.Found target, Side.Found reference) {
        left = new Left(
                target.left().withoutVoice() + reference.left().withoutVoice(),
                target.left().withoutLanguage() + reference.left().withoutLanguage());
        var languages = new TreeSet<>(target.sides().keySet());
        languages.addAll(reference.sides().keySet());
        for (var language : languages) {
            comparisons.add(new Comparison(
                    language,
                    target.sides().getOrDefault(language, Side.empty(language)),
                    reference.sides().getOrDefault(language, Side.empty(language)),
                    asked));
        }
    }

    private OwnWords answer() {
        int tested = comparisons.stream().mapToInt(Comparison::tested).sum();
        int correctedFor = Multiplicity.of(
                comparisons.stream().map(Comparison::multiplicity).toList(), asked.errorRate());
        var keys = Sayings.of(distinguishing(asked.errorRate() / correctedFor));
        var languages = comparisons.stream()
                .map(Comparison::heard)
                .sorted(Comparator.comparingInt(Heard::voices).reversed().thenComparing(Heard::language))
                .toList();
        var words = told(keys.subList(0, Math.min(keys.size(), asked.most())));
        return new OwnWords(words, tested, correctedFor, asked.floor(), languages, left);
    }

    /** Those whose lower bound, at a level shared by all, lies over 0. */
    private List<Key> distinguishing(double tail) {
        List<Key> keys = new ArrayList<>();
        for (var in : comparisons) {
            for (var term : in.candidates()) {
                if (RatioInterval.isOverZero(term.a(), in.n1(), term.b(), in.n2(), tail)) {
                    keys.add(new Key(in, term, RatioInterval.of(term.a(), in.n1(), term.b(), in.n2(), tail)));
                }
            }
        }
        keys.sort(MOST_DISTINCTIVE_FIRST);
        return keys;
    }

    private List<OwnWord> told(List<Key> keys) {
        Map<Key, Evidence.Of> evidence = new HashMap<>();
        for (var in : comparisons) {
            var here = keys.stream().filter(key -> key.in == in).toList();
            if (!here.isEmpty()) {
                var found = Evidence.of(in, here.stream().map(Key::term).toList(), asked);
                for (int i = 0; i < here.size(); i++) {
                    evidence.put(here.get(i), found.get(i));
                }
            }
        }
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
