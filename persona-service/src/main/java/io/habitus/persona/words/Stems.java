package io.habitus.persona.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * What the inflections of a word have in common. German: Savoy's light stemmer, after the written-out umlauts became
 * plain vowels as it expects them ({@code haeuser}, {@code haus}); English: Porter2. Any other language: the word itself.
 */
final class Stems {

    private final UnaryOperator<String> before;
    private final KeywordTokenizer word = new KeywordTokenizer();
    private final TokenStream stemmed;
    private final CharTermAttribute stem;

    Stems(String language) {
        before = language.equals("de") ? Stems::regularGerman : UnaryOperator.identity();
        stemmed = filters(language).apply(word);
        stem = stemmed.getAttribute(CharTermAttribute.class);
    }

    private static Function<TokenStream, TokenStream> filters(String language) {
        return switch (language) {
            case "de" -> words -> new GermanLightStemFilter(new GermanNormalizationFilter(words));
            case "en" -> words -> new SnowballFilter(new EnglishPossessiveFilter(words), new EnglishStemmer());
            default -> words -> words;
        };
    }

    /** The stem of a folded word. */
    String of(String folded) {
        try {
            word.setReader(new StringReader(before.apply(folded)));
            stemmed.reset();
            // A stemmer that leaves nothing leaves the word.
            var found = stemmed.incrementToken() && !stem.isEmpty() ? stem.toString() : folded;
            stemmed.end();
            stemmed.close();
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("a string could not be read", e);
        }
    }

    /**
     * Endings that the light stemmer leaves, though it takes off their likes: the genitive of what ends with -er (des Fahrers,
     * as des Wagens) and the plural and infinitive of what ends with -el (Tafeln, wechseln, as Fahrern, reisen).
     */
    private static String regularGerman(String folded) {
        boolean isGenitive = folded.length() > 5 && folded.endsWith("ers") && !isAdverb(folded);
        boolean isPlural = folded.length() > 5 && folded.endsWith("eln");
        return isGenitive || isPlural ? folded.substring(0, folded.length() - 1) : folded;
    }

    /** Something else than its adjective: anders, woanders, besonders. */
    private static boolean isAdverb(String folded) {
        return folded.endsWith("anders") || folded.endsWith("sonders");
    }
}
