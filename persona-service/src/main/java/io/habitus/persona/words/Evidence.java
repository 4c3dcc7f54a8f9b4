package io.habitus.persona.words;

import io.habitus.persona.words.Comparison.Candidate;
import io.habitus.tagging.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How the words to be told are written, and quotes for them: from all that the watch heard, however much of it was
 * compared.
 */
final class Evidence {

    /** A written form of more UTF-16 units is shown nowhere. */
    private static final int LONGEST_FORM = 100;

    private static final int MOST_FORMS = 8;

    private final Vocabulary vocabulary;
    private final Asked asked;
    /** The place of each term in the answer. */
    private final Map<Long, Integer> words = new HashMap<>();

    private final Map<Long, Integer> phrases = new HashMap<>();
    /** By term, how it is written, each form with a number of its own. */
    private final List<Map<String, Integer>> forms = new ArrayList<>();

    /** The same, folded. */
    private final List<Map<String, Integer>> folded = new ArrayList<>();

    /** By term, what all its forms have in common. */
    private final List<String> common = new ArrayList<>();

    private final List<QuotePool> pools = new ArrayList<>();
    /** How many voices write each form. */
    private final VoiceTally voices = new VoiceTally();

    private final Once once = new Once();
    private int distinctForms;

    private Evidence(Comparison in, List<Candidate> terms, Asked asked) {
        this.vocabulary = in.vocabulary();
        this.asked = asked;
        for (var term : terms) {
            (term.isPhrase() ? phrases : words).put(term.key(), forms.size());
            forms.add(new HashMap<>());
            folded.add(new HashMap<>());
            common.add("");
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
    static List<Of> of(Comparison in, List<Said> target, List<Candidate> terms, Asked asked) {
        var evidence = new Evidence(in, terms, asked);
        for (var voice : in.target().voices()) {
            evidence.once.next();
            for (var text : voice.texts()) {
                if (evidence.isToldIn(text)) {
                    evidence.read(target.get(text.number()));
                }
            }
        }
        return IntStream.range(0, terms.size())
                .mapToObj(term -> new Of(
                        evidence.formsOf(term),
                        QuoteChoice.of(evidence.pools.get(term).entries(), asked.quotes())))
                .toList();
    }

    /** Most texts hold none of the words, and need not be cut once more. */
    private boolean isToldIn(Voice.Text text) {
        int[] terms = text.terms();
        for (int i = 0; i < terms.length; i++) {
            int term = terms[i] >> 1;
            if (words.containsKey((long) term)) {
                return true;
            }
            if ((terms[i] & 1) == 1 && phrases.containsKey(Vocabulary.phrase(term, terms[i + 1] >> 1))) {
                return true;
            }
        }
        return false;
    }

    private void read(Said said) {
        var reading = vocabulary.read(said.shownText());
        int[] places = new int[reading.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = words.getOrDefault((long) reading.terms()[i], -1);
        }
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                hear(said, reading, places, places[i], i, i);
            }
            int phrase = phrases.getOrDefault(reading.phrases()[i], -1);
            if (phrase >= 0) {
                hear(said, reading, places, phrase, i, i + 1);
            }
        }
    }

    /** The term at this place of the answer stands in these tokens. */
    private void hear(Said said, Reading reading, int[] places, int term, int from, int to) {
        var tokens = reading.tokens();
        var text = said.shownText();
        count(forms.get(term), written(text, tokens.get(from), tokens.get(to)));
        count(folded.get(term), folded(tokens.get(from), tokens.get(to)));
        if (common.get(term).isEmpty()) {
            common.set(term, vocabulary.common(tokens.subList(from, to + 1)));
        }
        if (asked.quotes() > 0 && pools.get(term).wants(said)) {
            var window = Window.around(text, tokens, from, to);
            if (window != null) {
                pools.get(term).add(said, window.cut(said, tokens, places));
            }
        }
    }

    private static String written(String text, Token first, Token last) {
        if (last.end() - first.start() > LONGEST_FORM) {
            return folded(first, last);
        }
        var raw = text.substring(first.start(), last.end());
        return first == last ? raw : raw.replaceAll("[ \\t\\u00A0\\u202F]+", " ");
    }

    private static String folded(Token first, Token last) {
        var word = first.mark() == null ? first.folded() : first.mark();
        return first == last ? word : word + " " + last.folded();
    }

    private void count(Map<String, Integer> ways, String way) {
        int form = ways.computeIfAbsent(way, _ -> distinctForms++);
        if (once.isNew(form)) {
            once.take(form);
            voices.add(form);
        }
    }

    /** What hardly anybody writes could tell who wrote it: then rather what more write, but for capitals or endings. */
    private List<String> formsOf(int term) {
        var written = frequent(forms.get(term));
        if (!written.isEmpty()) {
            return written;
        }
        return frequent(folded.get(term)).stream().findFirst().map(List::of).orElseGet(() -> List.of(common.get(term)));
    }

    private List<String> frequent(Map<String, Integer> ways) {
        return ways.keySet().stream()
                .filter(way -> voices.voices(ways.get(way)) >= asked.floor())
                .sorted(Comparator.comparingInt((String way) -> -voices.voices(ways.get(way)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_FORMS)
                .toList();
    }
}
