package io.habitus.persona.wording;

import io.habitus.persona.words.Asked;
import io.habitus.persona.words.Keyness;
import io.habitus.persona.words.Naming;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many of the own words that the simulator plants are told, each brand's watch being compared with everything else as
 * the service does it: once in the project that the simulator's twelve watches make, once as the only watch of its own. Prints
 * the figures that {@code docs/methods-own-words.md} states, and of each planted word that is missed, why.
 *
 * <p>Arguments: posts, then seeds; as in {@code 60000 101 102 103}.
 */
public final class SimulatedWords {

    private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
    private static final Languages LANGUAGES = Languages.shipped();
    private static final int FIRST = 25;

    private final Simulation simulation;
    private final List<SimulatedPost> posts;
    private final List<Said> said;

    /**
     * What is told of one watch.
     *
     * @param places of its planted words among all that is told, from 1, or 0
     * @param missed those not among the first, and why
     * @param others told among the first, but not planted
     */
    record Found(OwnWords answer, List<Integer> places, List<String> missed, List<String> others) {

        int found() {
            return (int) places.stream().filter(Found::isFound).count();
        }

        static boolean isFound(int place) {
            return place > 0 && place <= FIRST;
        }
    }

    /** What one watch hears, and what is heard elsewhere. */
    private record Sides(SimulatedWatch watch, List<Said> target, List<Said> reference) {}

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

    private Sides sides(SimulatedWatch watch) {
        List<Said> target = new ArrayList<>();
        List<Said> reference = new ArrayList<>();
        for (int i = 0; i < posts.size(); i++) {
            (posts.get(i).heardBy().contains(watch.name()) ? target : reference).add(said.get(i));
        }
        return new Sides(watch, target, reference);
    }

    private Found found(Sides sides, List<QueryWords> project) {
        var query = QueryWords.of(sides.watch.query());
        Naming others = query.besides(project);
        var answer = Keyness.of(
                sides.target,
                sides.reference,
                Asked.usual().except(query.named()).beside(others).atMost(1_000));
        List<List<String>> told = answer.words().stream()
                .map(word -> word.forms().stream().map(SimulatedWords::lower).toList())
                .toList();
        List<Integer> places = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        List<String> planted = new ArrayList<>();
        for (var word : simulation.ownWords()) {
            if (word.watch().equals(sides.watch.name())) {
                planted.addAll(word.forms().stream().map(SimulatedWords::lower).toList());
                int place = word.forms().stream()
                        .mapToInt(form -> place(form, told))
                        .filter(it -> it > 0)
                        .min()
                        .orElse(0);
                places.add(place);
                if (!Found.isFound(place)) {
                    missed.add("%s %.1f: %s"
                            .formatted(
                                    word.lang(),
                                    word.log2Ratio(),
                                    word.forms().stream()
                                            .map(form -> voices(form, word.lang(), sides) + at(place(form, told)))
                                            .collect(Collectors.joining(", "))));
                }
            }
        }
        List<String> notPlanted = IntStream.range(0, Math.min(FIRST, told.size()))
                .filter(i -> told.get(i).stream().noneMatch(planted::contains))
                .mapToObj(i -> "%d. %s %.1f"
                        .formatted(
                                i + 1,
                                answer.words().get(i).shown(),
                                answer.words().get(i).logRatio()))
                .toList();
        return new Found(answer, places, missed, notPlanted);
    }

    private static int place(String form, List<List<String>> told) {
        return IntStream.range(0, told.size())
                        .filter(i -> told.get(i).contains(lower(form)))
                        .findFirst()
                        .orElse(-1)
                + 1;
    }

    private static String at(int place) {
        return place == 0 ? " not told" : " at " + place;
    }

    /** Who writes it so on both sides, in all that is said. */
    private static String voices(String form, String lang, Sides sides) {
        return "%s of %d and %d voices"
                .formatted(form, voices(form, lang, sides.target), voices(form, lang, sides.reference));
    }

    private static long voices(String form, String lang, List<Said> said) {
        return said.stream()
                .filter(one -> lang.equals(one.language()))
                .filter(one -> (" " + lower(one.shownText()).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ")
                        .contains(" " + lower(form) + " "))
                .map(Said::voice)
                .distinct()
                .count();
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    public static void main(String[] arguments) {
        int many = Integer.parseInt(arguments[0]);
        List<QueryWords> project = SimulatedWatches.all().stream()
                .map(watch -> QueryWords.of(watch.query()))
                .toList();
        for (int i = 1; i < arguments.length; i++) {
            long seed = Long.parseLong(arguments[i]);
            var words = new SimulatedWords(seed, many);
            int found = 0;
            int alone = 0;
            int planted = 0;
            for (var watch : SimulatedWatches.brands()) {
                var sides = words.sides(watch);
                var beside = words.found(sides, project);
                var onItsOwn = words.found(sides, List.of());
                found += beside.found();
                alone += onItsOwn.found();
                planted += beside.places().size();
                System.out.printf("seed %d, %s, of %d: ", seed, watch.name(), beside.places.size());
                print("in its project", beside);
                print("  alone", onItsOwn);
            }
            System.out.printf(
                    "seed %d: of %d planted %d, %.1f of 20; alone %d, %.1f of 20%n",
                    seed, planted, found, 20.0 * found / planted, alone, 20.0 * alone / planted);
        }
    }

    private static void print(String where, Found found) {
        System.out.printf(
                "%s %d%n    told: %s%n    not planted: %s%n",
                where,
                found.found(),
                found.answer.words().stream().limit(FIRST).map(OwnWord::shown).toList(),
                found.others);
        found.missed.forEach(why -> System.out.printf("    missed %s%n", why));
    }
}
