package io.habitus.persona.wording;

import io.habitus.persona.words.Asked;
import io.habitus.persona.words.Keyness;
import io.habitus.persona.words.OwnWord;
import io.habitus.persona.words.OwnWords;
import io.habitus.persona.words.Said;
import io.habitus.simulator.Disorder;
import io.habitus.simulator.Plan;
import io.habitus.simulator.SimulatedPost;
import io.habitus.simulator.SimulatedWatches;
import io.habitus.simulator.SimulatedWatches.SimulatedWatch;
import io.habitus.simulator.Simulation;
import io.habitus.tagging.Handles;
import io.habitus.tagging.language.Languages;
import io.habitus.tagging.language.Recognised;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How many of the own words that the simulator plants are told, each brand's watch being compared with everything else as
 * the service does it. Prints the figures that {@code docs/methods-own-words.md} states.
 *
 * <p>Arguments: posts, then seeds; as in {@code 60000 101 102 103}.
 */
public final class SimulatedWords {

    private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
    private static final Languages LANGUAGES = Languages.shipped();

    private final Simulation simulation;
    private final List<SimulatedPost> posts;
    private final List<Said> said;

    /** What was planted for one watch, and what is told of it. */
    record Found(String watch, List<String> planted, List<String> missed, OwnWords answer) {

        int found() {
            return planted.size() - missed.size();
        }
    }

    SimulatedWords(long seed, int many) {
        simulation = new Simulation(
                new Plan(seed, many, END.minus(Duration.ofDays(30)), END, Plan.USUAL_HEARD_SHARE, Disorder.NONE));
        posts = simulation
                .posts()
                .filter(post -> !post.deleted() && !post.isRepost() && post.author() != null)
                .toList();
        said = posts.stream().map(SimulatedWords::said).toList();
    }

    private static Said said(SimulatedPost post) {
        var code = LANGUAGES.of(post.text(), post.lang()).code();
        boolean isKnown = !code.equals(Recognised.OTHER) && !code.equals(Recognised.UNSURE);
        long voice = 0xCBF29CE484222325L;
        for (char c : post.author().toCharArray()) {
            voice = (voice ^ c) * 0x100000001B3L;
        }
        var text = Beginning.of(Handles.masked(post.text()));
        return new Said(
                voice, isKnown ? code : null, text, post.id(), post.createdAt().toEpochMilli());
    }

    List<Found> found() {
        return SimulatedWatches.brands().stream().map(this::found).toList();
    }

    private Found found(SimulatedWatch watch) {
        List<Said> target = new ArrayList<>();
        List<Said> reference = new ArrayList<>();
        for (int i = 0; i < posts.size(); i++) {
            (posts.get(i).heardBy().contains(watch.name()) ? target : reference).add(said.get(i));
        }
        var query = QueryWords.of(watch.query());
        var answer = Keyness.of(target, reference, Asked.usual().except(query.words(), query.beginnings()));
        var told = answer.words().stream()
                .flatMap(word -> Stream.concat(Stream.of(word.shown()), word.forms().stream()))
                .map(SimulatedWords::lower)
                .toList();
        var planted = simulation.ownWords().stream()
                .filter(word -> word.watch().equals(watch.name()))
                .toList();
        return new Found(
                watch.name(),
                planted.stream().map(word -> word.forms().getFirst()).toList(),
                planted.stream()
                        .filter(word ->
                                word.forms().stream().map(SimulatedWords::lower).noneMatch(told::contains))
                        .map(word -> "%s (%s, %.1f)".formatted(word.forms().getFirst(), word.lang(), word.log2Ratio()))
                        .toList(),
                answer);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    public static void main(String[] arguments) {
        int many = Integer.parseInt(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            long seed = Long.parseLong(arguments[i]);
            int found = 0;
            int planted = 0;
            for (var one : new SimulatedWords(seed, many).found()) {
                found += one.found();
                planted += one.planted().size();
                System.out.printf(
                        "seed %d, %s: %d of %d; missed %s%n  %s%n  told: %s%n",
                        seed,
                        one.watch(),
                        one.found(),
                        one.planted().size(),
                        one.missed(),
                        one.answer().languages().subList(0, 2),
                        one.answer().words().stream().map(OwnWord::shown).toList());
            }
            System.out.printf("seed %d: %d of %d planted, %.1f of 20%n", seed, found, planted, 20.0 * found / planted);
        }
    }
}
