package io.habitus.persona.words;

import java.util.List;

/**
 * A word, tag, emoji or two-word phrase that a watch's voices use more than others.
 *
 * @param language in which it was compared
 * @param shown as most voices write it; at equal voices the first in the order of the alphabet. If no form has the floor of
 *     voices, folded; if none has it so either, the stem
 * @param forms the ways it is written and inflected that have the floor of voices, by falling voices; or {@code shown}
 * @param voices of the watch that use it in any form in what was compared of them, see {@link EqualTalk}
 * @param voicesElsewhere of the reference that use it in any form in what was compared of them
 * @param n1 voices of the watch heard in this language
 * @param n2 voices of the reference heard in this language
 * @param logRatio see {@link LogRatio}; 1 is twice as frequent, 2 four times
 * @param lower the conservative log ratio, see {@link RatioInterval}: it is at least this, with all other tested terms in
 *     mind: that any word of the answer is below its lower bound is as improbable as was asked for; always over 0
 * @param upper at most this, in the same sense; infinite where nobody elsewhere uses it
 * @param g2 see {@link LogLikelihood}
 * @param quotes of different voices, the most telling first
 */
public record OwnWord(
        String language,
        String shown,
        List<String> forms,
        int voices,
        int voicesElsewhere,
        int n1,
        int n2,
        double logRatio,
        double lower,
        double upper,
        double g2,
        List<Quote> quotes) {

    public OwnWord {
        forms = List.copyOf(forms);
        quotes = List.copyOf(quotes);
    }
}
