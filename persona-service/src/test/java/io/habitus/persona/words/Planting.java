package io.habitus.persona.words;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Invented utterances of a watch and of everything, with 20 terms planted that its voices use 2 to 8 times as often.
 *
 * @param planted the terms
 */
record Planting(List<Said> target, List<Said> reference, List<String> planted) {

    static final int TERMS = 20;

    /**
     * Log ratios are spread evenly over 1 to 3, the expected voices of the watch that use a term from {@code fewest} to
     * {@code most}, independently.
     */
    static Planting of(long seed, int voices, int voicesElsewhere, int fewest, int most) {
        var invented = new Invented(seed, 25_000);
        var random = invented.random();
        var target = invented.voices(voices, 20);
        var reference = invented.voices(voicesElsewhere, 20);
        List<String> planted = new ArrayList<>();
        for (int i = 0; i < TERMS; i++) {
            var term = "planted" + (char) ('a' + i);
            planted.add(term);
            double logRatio = 1 + 2.0 * i / (TERMS - 1);
            double users = fewest * Math.pow(most / (double) fewest, random.nextDouble());
            int here = (int) Math.round(users);
            double shareElsewhere = here / (double) voices / Math.pow(2, logRatio);
            choose(target, here, invented).forEach(voice -> voice.says(term));
            for (var voice : reference) {
                if (random.nextDouble() < shareElsewhere) {
                    voice.says(term);
                }
            }
        }
        return new Planting(Invented.said(target), Invented.said(reference), planted);
    }

    private static List<Invented.Voice> choose(List<Invented.Voice> voices, int many, Invented invented) {
        var shuffled = new ArrayList<>(voices);
        Collections.shuffle(shuffled, invented.random());
        return shuffled.subList(0, many);
    }

    long foundIn(OwnWords answer) {
        return answer.words().stream()
                .limit(25)
                .filter(word -> planted.contains(word.shown()))
                .count();
    }
}
