package io.habitus.simulator;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far one comes with words alone: nearest centroid over bags of words (Rocchio's classifier, tf-idf, cosine). Voices
 * with an even number teach it, those with an odd one are assigned to a persona. Whatever reads personas out of posts
 * should do better than this.
 */
public final class PersonaBaseline {

    private static final int FEWEST_TEXTS = 3;
    private static final int MOST_VOICES = 6_000;
    private static final int MOST_POSTS = 300_000;

    private final Map<String, Map<String, Integer>> bags = new TreeMap<>();
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<String, Integer> documents = new HashMap<>();

    private PersonaBaseline() {}

    /**
     * How well it does.
     *
     * @param macroF1 mean over the personas of the harmonic mean of precision and recall, 0 to 1
     * @param accuracy share of voices assigned to their persona
     * @param chance accuracy of always naming the most frequent persona
     * @param voices who were assigned
     */
    public record Score(double macroF1, double accuracy, double chance, int voices) {}

    /**
     * Learns and assigns among the voices that have one persona only and said at least three things; of a long simulation
     * only the beginning. All are zero if there are too few voices.
     */
    public static Score of(Simulation simulation) {
        Map<String, String> personas = new HashMap<>();
        simulation
                .voices()
                .filter(voice -> voice.persona() != null && voice.otherPersona() == null)
                .limit(MOST_VOICES)
                .forEach(voice -> personas.put(voice.id(), voice.persona()));
        var baseline = new PersonaBaseline();
        simulation
                .posts()
                .limit(MOST_POSTS)
                .filter(post -> !post.isRepost() && personas.containsKey(String.valueOf(post.author())))
                .forEach(post -> baseline.read(post.author(), post.text()));
        return baseline.score(personas);
    }

    private void read(String voice, String text) {
        texts.merge(voice, 1, Integer::sum);
        Map<String, Integer> bag = bags.computeIfAbsent(voice, _ -> new HashMap<>());
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && bag.merge(word, 1, Integer::sum) == 1) {
                documents.merge(word, 1, Integer::sum);
            }
        }
    }

    private Score score(Map<String, String> personas) {
        texts.forEach((voice, count) -> {
            if (count < FEWEST_TEXTS) {
                bags.remove(voice);
            }
        });
        String[] names = personas.values().stream().distinct().sorted().toArray(String[]::new);
        var centroids = new HashMap<String, Map<String, Double>>();
        bags.forEach((voice, bag) -> {
            if (teaches(voice)) {
                var centroid = centroids.computeIfAbsent(personas.get(voice), _ -> new HashMap<>());
                vector(bag).forEach((word, weight) -> centroid.merge(word, weight, Double::sum));
            }
        });
        centroids.values().forEach(PersonaBaseline::normalise);
        int[][] confusion = new int[names.length][names.length];
        bags.forEach((voice, bag) -> {
            if (!teaches(voice)) {
                int truth = Arrays.binarySearch(names, personas.get(voice));
                confusion[truth][nearest(vector(bag), names, centroids)]++;
            }
        });
        return score(confusion);
    }

    private static boolean teaches(String voice) {
        return (voice.charAt(voice.length() - 1) - '0') % 2 == 0;
    }

    private Map<String, Double> vector(Map<String, Integer> bag) {
        var vector = new HashMap<String, Double>();
        bag.forEach((word, count) ->
                vector.put(word, (1 + Math.log(count)) * Math.log((double) texts.size() / documents.get(word))));
        normalise(vector);
        return vector;
    }

    private static void normalise(Map<String, Double> vector) {
        double length = Math.sqrt(
                vector.values().stream().mapToDouble(weight -> weight * weight).sum());
        vector.replaceAll((_, weight) -> length == 0 ? 0 : weight / length);
    }

    private static int nearest(Map<String, Double> vector, String[] names, Map<String, Map<String, Double>> centroids) {
        int nearest = 0;
        double most = -1;
        for (int i = 0; i < names.length; i++) {
            Map<String, Double> centroid = centroids.getOrDefault(names[i], Map.of());
            double cosine = vector.entrySet().stream()
                    .mapToDouble(word -> word.getValue() * centroid.getOrDefault(word.getKey(), 0.0))
                    .sum();
            if (cosine > most) {
                most = cosine;
                nearest = i;
            }
        }
        return nearest;
    }

    private static Score score(int[][] confusion) {
        int all = 0;
        int right = 0;
        int largest = 0;
        double f1 = 0;
        for (int i = 0; i < confusion.length; i++) {
            int of = Arrays.stream(confusion[i]).sum();
            int assigned = 0;
            for (int[] row : confusion) {
                assigned += row[i];
            }
            all += of;
            right += confusion[i][i];
            largest = Math.max(largest, of);
            f1 += of + assigned == 0 ? 0 : 2.0 * confusion[i][i] / (of + assigned);
        }
        return all == 0
                ? new Score(0, 0, 0, 0)
                : new Score(f1 / confusion.length, (double) right / all, (double) largest / all, all);
    }
}
