package io.habitus.persona.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.function.Function;
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

    private final KeywordTokenizer word = new KeywordTokenizer();
    private final TokenStream stemmed;
    private final CharTermAttribute stem;

    Stems(String language) {
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
            word.setReader(new StringReader(folded));
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
}
