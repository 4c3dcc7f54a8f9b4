/**
 * The own words of a watch (keyness): words and two-word phrases that more of its voices use than the voices of everything
 * heard. Pure: texts in, words with figures and quotes out; nothing is kept between two calls.
 *
 * <p>In the order in which a text meets them:
 *
 * <ul>
 *   <li>{@link io.habitus.persona.words.Keyness}: the question and its steps; read this first
 *   <li>{@code Vocabulary}, {@code Stems}: a text becomes numbered terms, inflections of a word one term
 *   <li>{@code BothSides}, {@code Talk}, {@code Voice}: who says what, on both sides of each language
 *   <li>{@code EqualTalk}: how much of each voice is heard, so that who says more does not seem to use more
 *   <li>{@code Comparison}, {@code FairHearing}, {@code Ears}: how many voices use each term, on both sides of one language
 *   <li>{@code LogLikelihood}, {@code LogRatio}, {@code RatioInterval}, {@code Multiplicity}, {@code Association}: the
 *       formulas
 *   <li>{@code Beside}: which of them stand first, because they also distinguish from texts of the same kind
 *   <li>{@code Sayings}: which of them say the same
 *   <li>{@code Evidence}, {@code QuotePool}, {@code QuoteChoice}: how the words are written, and who says them how
 * </ul>
 *
 * <p>What is computed, why so, and what it measured: {@code docs/methods-own-words.md}.
 */
package io.habitus.persona.words;
