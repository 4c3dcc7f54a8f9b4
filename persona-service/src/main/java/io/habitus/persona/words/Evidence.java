package io.habitus.persona.words;

import io.habitus.persona.words.Comparison.Candidate;
import io.habitus.tagging.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How the words to be told are written, and quotes for them: one more pass over what the watch heard. */
final class Evidence {

    /** A written form of more UTF-16 units is shown nowhere. */
    private static final int LONGEST_FORM = 100;

    private static final int MOST_FORMS = 8;

    private final Vocabulary vocabulary;
    private final Asked asked;
    /** The place of each term in the answer. */
    private final Map<Long, Integer> words = new HashMap<>();

    private final Map<Long, Integer> phrases = new HashMap<>();
    private final List<Map<String, Integer>> forms = new ArrayList<>();
    private final List<QuotePool> pools = new ArrayList<>();
    private final VoiceTally voices = new VoiceTally();
    private int distinctForms;

    private Evidence(Comparison in, List<Candidate> terms, Asked asked) {
        this.vocabulary = in.vocabulary();
        this.asked = asked;
        for (var term : terms) {
            (term.isPhrase() ? phrases : words).put(term.key(), forms.size());
            forms.add(new HashMap<>());
            pools.add(new QuotePool());
        }
    }

    /**
     * Of one term.
     *
     * @param forms the most frequent first; never empty
     */
    record Of(List<String> forms, List<Quote> quotes) {}

    /** In the order of the terms. */
    static List<Of> of(Comparison in, List<Candidate> terms, Asked asked) {
        var evidence = new Evidence(in, terms, asked);
        in.target().read(asked.pairsAtOnce(), evidence::read, evidence.voices::endPart);
        return IntStream.range(0, terms.size())
                .mapToObj(term -> new Of(
                        evidence.formsOf(term),
                        QuoteChoice.of(evidence.pools.get(term).entries(), asked.quotes())))
                .toList();
    }

    private void read(Said said, int voice) {
        var reading = vocabulary.read(said.shownText());
        int[] places = new int[reading.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = words.getOrDefault((long) reading.terms()[i], -1);
        }
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                hear(said, voice, reading, places, places[i], i, i);
            }
            int phrase = phrases.getOrDefault(reading.phrases()[i], -1);
            if (phrase >= 0) {
                hear(said, voice, reading, places, phrase, i, i + 1);
            }
        }
    }

    /** The term at this place of the answer stands in these tokens. */
    private void hear(Said said, int voice, Reading reading, int[] places, int term, int from, int to) {
        var tokens = reading.tokens();
        var text = said.shownText();
        voices.add(form(term, written(text, tokens.get(from), tokens.get(to))), voice);
        if (asked.quotes() > 0 && pools.get(term).wants(said)) {
            var window = Window.around(text, tokens, from, to);
            if (window != null) {
                pools.get(term).add(said, window.cut(said, tokens, places));
            }
        }
    }

    private static String written(String text, Token first, Token last) {
        if (last.end() - first.start() > LONGEST_FORM) {
            return first == last ? first.folded() : first.folded() + " " + last.folded();
        }
        var raw = text.substring(first.start(), last.end());
        return first == last ? raw : raw.replaceAll("[ \\t\\u00A0\\u202F]+", " ");
    }

    private int form(int term, String written) {
        var known = forms.get(term).get(written);
        if (known != null) {
            return known;
        }
        forms.get(term).put(written, distinctForms);
        return distinctForms++;
    }

    private List<String> formsOf(int term) {
        var written = forms.get(term);
        var sorted = written.keySet().stream()
                .sorted(Comparator.comparingInt((String form) -> -voices.voices(written.get(form)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_FORMS)
                .toList();
        // What hardly anybody writes could tell who wrote it.
        return IntStream.range(0, sorted.size())
                .filter(i -> i == 0 || voices.voices(written.get(sorted.get(i))) >= asked.floor())
                .mapToObj(sorted::get)
                .toList();
    }
}
