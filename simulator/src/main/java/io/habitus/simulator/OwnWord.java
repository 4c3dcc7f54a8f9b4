package io.habitus.simulator;

import java.util.List;

/**
 * A word or two-word phrase planted so that the voices of one watch use it more than others do.
 *
 * @param number from 0
 * @param watch name of the watch whose own word it is
 * @param lang {@code de} or {@code en}; texts of the other language never hold it
 * @param forms its inflected forms as written, the basic one first; a phrase has a blank
 * @param log2Ratio how much larger the share of voices that use it is among those who name the brand than in all other
 *     talk of the language, as a logarithm to base 2; from 1.3 to 2.8
 * @param use share of the voices who name the brand that are in the habit of using it, 0 to 1
 */
public record OwnWord(int number, String watch, String lang, List<String> forms, double log2Ratio, double use) {}
