package io.habitus.persona.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Invented utterances: words by Zipf's law, posts per voice log-normal, and every voice has a few pet words it comes back
 * to. The same seed says the same.
 */
final class Invented {

    static final String LANGUAGE = "xx";
    private static final int PET_WORDS = 5;
    private static final double PET_SHARE = 0.15;

    private final Random random;
    private final double[] upTo;
    private long nextVoice = 1;
    private int nextPost;

    Invented(long seed, int vocabulary) {
        random = new Random(seed);
        upTo = new double[vocabulary];
        double sum = 0;
        for (int rank = 0; rank < vocabulary; rank++) {
            // Mandelbrot's form: the first few words are not quite so frequent.
            sum += 1 / (rank + 2.7);
            upTo[rank] = sum;
        }
        for (int rank = 0; rank < vocabulary; rank++) {
            upTo[rank] /= sum;
        }
    }

    /** Letters only, at least two. */
    static String word(int rank) {
        var word = new StringBuilder("q");
        for (int rest = rank + 1; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.toString();
    }

    Random random() {
        return random;
    }

    int nextRank() {
        int place = Arrays.binarySearch(upTo, random.nextDouble());
        return Math.min(upTo.length - 1, place < 0 ? -place - 1 : place);
    }

    /** The words of one voice's posts, to be changed at will before they are said. */
    final class Voice {
        final long id = nextVoice++;
        final List<List<String>> posts = new ArrayList<>();

        Voice(double meanLogPosts, double spread, int words) {
            String[] pets = new String[PET_WORDS];
            Arrays.setAll(pets, _ -> word(nextRank()));
            int posts = (int) Math.max(1, Math.round(Math.exp(meanLogPosts + spread * random.nextGaussian())));
            for (int i = 0; i < posts; i++) {
                List<String> said = new ArrayList<>();
                for (int k = 0; k < words; k++) {
                    said.add(random.nextDouble() < PET_SHARE ? pets[random.nextInt(PET_WORDS)] : word(nextRank()));
                }
                this.posts.add(said);
            }
        }

        /** Says it once more, in one of its posts. */
        void says(String term) {
            var post = posts.get(random.nextInt(posts.size()));
            post.add(random.nextInt(post.size() + 1), term);
        }

        List<Said> said() {
            return posts.stream()
                    .map(words -> new Said(id, LANGUAGE, String.join(" ", words), "post-" + nextPost++, nextPost))
                    .toList();
        }
    }

    /** Who says one or two posts. */
    List<Voice> voices(int many, int wordsPerPost) {
        return voices(many, wordsPerPost, 0.2);
    }

    /** @param meanLogPosts the logarithm of how many posts half of them do not exceed */
    List<Voice> voices(int many, int wordsPerPost, double meanLogPosts) {
        List<Voice> voices = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            voices.add(new Voice(meanLogPosts, 0.9, wordsPerPost));
        }
        return voices;
    }

    static List<Said> said(List<Voice> voices) {
        List<Said> said = new ArrayList<>();
        voices.forEach(voice -> said.addAll(voice.said()));
        return said;
    }
}
