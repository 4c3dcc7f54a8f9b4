package io.habitus.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.habitus.simulator.SimulatedThread.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What makes a simulation hard enough to mean something, counted from its posts: 60,000 of them in two weeks, of which the
 * smallest watch hears about five in a hundred. Each is asked of several seeds.
 */
class HardEnoughTest {

    private static final int POSTS = 60_000;
    private static final Instant FROM = Instant.parse("2026-10-05T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-10-19T00:00:00Z");
    private static final Map<Long, Talk> TALKS = new HashMap<>();

    /** One simulation, read once. */
    private record Talk(Simulation simulation, List<SimulatedPost> posts, Map<String, SimulatedVoice> voices) {

        static Talk of(long seed) {
            return TALKS.computeIfAbsent(seed, _ -> {
                var simulation = new Simulation(new Plan(seed, POSTS, FROM, TO, .4, Disorder.USUAL));
                return new Talk(
                        simulation,
                        simulation.posts().toList(),
                        simulation.voices().collect(Collectors.toMap(SimulatedVoice::id, voice -> voice)));
            });
        }

        Map<String, SimulatedPost> byId() {
            return posts.stream().collect(Collectors.toMap(SimulatedPost::id, post -> post));
        }

        Map<String, Long> responses() {
            return posts.stream()
                    .map(HardEnoughTest::respondsTo)
                    .filter(target -> target != null)
                    .collect(Collectors.groupingBy(target -> target, Collectors.counting()));
        }
    }

    @AfterAll
    static void forget() {
        TALKS.clear();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void people_use_more_than_twenty_thousand_words_and_most_of_them_rarely(long seed) {
        Map<String, Integer> german = words(Talk.of(seed).posts.stream()
                .filter(post -> post.lang().equals("de") && !post.isRepost())
                .toList());
        assertThat(german).hasSizeGreaterThan(20_000);
        int[] counts = german.values().stream()
                .sorted(Comparator.reverseOrder())
                .mapToInt(Integer::intValue)
                .toArray();
        // Zipf's law: the logarithm of the count falls by about one with the logarithm of the rank.
        assertThat(slope(counts, 10, 2_000)).isBetween(-1.15, -.85);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void more_than_half_of_all_voices_are_noise(long seed) {
        Talk talk = Talk.of(seed);
        List<SimulatedVoice> heard = talk.posts.stream()
                .map(SimulatedPost::author)
                .filter(author -> author != null)
                .distinct()
                .map(talk.voices::get)
                .toList();
        double noise = heard.stream().filter(SimulatedVoice::isNoise).count() / (double) heard.size();
        assertThat(noise).isBetween(.5, .6);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void posts_per_voice_are_log_normal_with_a_median_of_three(long seed) {
        double[] posts = Talk.of(seed).posts.stream()
                .filter(post -> post.author() != null)
                .collect(Collectors.groupingBy(SimulatedPost::author, Collectors.counting()))
                .values()
                .stream()
                .mapToDouble(Long::doubleValue)
                .sorted()
                .toArray();
        assertThat(quantile(posts, .5)).isEqualTo(3);
        // One and two standard deviations of the logarithm above the median, each about a factor of e.
        assertThat(quantile(posts, .841) / 3).isBetween(2.3, 3.2);
        assertThat(quantile(posts, .977) / 3).isBetween(5.8, 8.5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void any_two_personas_share_seventy_of_a_hundred_words(long seed) {
        Map<String, Map<String, Integer>> bags = Talk.of(seed).posts.stream()
                .filter(post -> post.planted().persona() != null
                        && !post.isRepost()
                        && post.lang().equals("de"))
                .collect(Collectors.groupingBy(
                        post -> post.planted().persona(),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), HardEnoughTest::words)));
        assertThat(bags).hasSize(Persona.ALL.size());
        for (Map<String, Integer> one : bags.values()) {
            for (Map<String, Integer> other : bags.values()) {
                assertThat(known(one, other)).isGreaterThan(.7);
                assertThat(overlap(one, other)).isGreaterThan(.7);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void words_alone_do_not_tell_personas_apart(long seed) {
        PersonaBaseline.Score score = PersonaBaseline.of(Talk.of(seed).simulation);
        assertThat(score.voices()).isGreaterThan(500);
        assertThat(score.macroF1()).isLessThan(.7);
        assertThat(score.accuracy()).isLessThan(.7).isGreaterThan(1.3 * score.chance());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void own_words_come_out_as_planted(long seed) {
        Talk talk = Talk.of(seed);
        List<OwnWord> words = talk.simulation.ownWords();
        Usage usage = Usage.of(words, talk.posts.stream());
        assertThat(words).hasSize(2 * Brands.COUNT * OwnWords.EACH);
        assertThat(words).allMatch(word -> word.log2Ratio() >= 1 && word.log2Ratio() <= 3);
        assertThat(words).anyMatch(word -> word.forms().getFirst().contains(" "));
        assertThat(words).allSatisfy(word -> {
            Usage.Use use = usage.use(word);
            assertThat(use.voices()).isGreaterThanOrEqualTo(30);
            assertThat(use.log2Ratio()).isCloseTo(word.log2Ratio(), offset(.9)).isBetween(.7, 3.3);
        });
        double bias = words.stream()
                .mapToDouble(word -> usage.use(word).log2Ratio() - word.log2Ratio())
                .average()
                .orElseThrow();
        assertThat(bias).isBetween(-.3, .1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void an_own_word_stands_in_the_text_in_one_of_its_forms(long seed) {
        Talk talk = Talk.of(seed);
        List<OwnWord> words = talk.simulation.ownWords();
        assertThat(talk.posts.stream().filter(post -> !post.planted().ownWords().isEmpty()))
                .hasSizeGreaterThan(10_000)
                .allSatisfy(post -> assertThat(post.planted().ownWords())
                        .allMatch(number -> words.get(number).forms().stream()
                                .anyMatch(form ->
                                        post.text().toLowerCase(Locale.ROOT).contains(form.toLowerCase(Locale.ROOT)))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void influence_and_followers_go_together_only_so_far(long seed) {
        List<SimulatedVoice> voices = List.copyOf(Talk.of(seed).voices.values());
        double[] influence =
                voices.stream().mapToDouble(v -> Math.log(v.influence())).toArray();
        double[] followers =
                voices.stream().mapToDouble(v -> Math.log(1 + v.followers())).toArray();
        assertThat(correlation(influence, followers)).isCloseTo(.5, offset(.1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void who_has_a_role_in_a_topic_is_known_by_what_others_do(long seed) {
        Talk talk = Talk.of(seed);
        Map<String, Long> responses = talk.responses();
        Map<Boolean, Double> begun = talk.posts.stream()
                .filter(post -> post.type().equals("post") && post.quoteOf() == null)
                .filter(post ->
                        post.author() != null && !post.planted().opinions().isEmpty())
                .collect(Collectors.partitioningBy(
                        post -> has(talk.voices.get(post.author()), "leader", post),
                        Collectors.averagingLong(post -> responses.getOrDefault(post.id(), 0L))));
        assertThat(begun.get(true)).isGreaterThan(2 * begun.get(false));
        Map<Boolean, Double> carried = talk.posts.stream()
                .filter(SimulatedPost::isRepost)
                .filter(post -> post.author() != null)
                .collect(Collectors.partitioningBy(
                        post -> talk.voices.get(post.author()).roles().containsKey("multiplier"),
                        Collectors.averagingLong(post -> responses.getOrDefault(post.id(), 0L))));
        assertThat(carried.get(true)).isGreaterThan(2 * carried.get(false));
        Map<Boolean, Double> answers = talk.posts.stream()
                .filter(post -> post.planted().deed() == Deed.ANSWER)
                .collect(Collectors.partitioningBy(
                        post -> talk.voices.get(post.author()).roles().containsKey("helper"),
                        Collectors.collectingAndThen(Collectors.counting(), Long::doubleValue)));
        long helpers = talk.voices.values().stream()
                .filter(voice -> voice.roles().containsKey("helper"))
                .count();
        double expected = (double) helpers / talk.voices.size();
        assertThat(answers.get(true) / (answers.get(true) + answers.get(false))).isGreaterThan(1.5 * expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void people_talk_by_the_hour_of_the_week(long seed) {
        double[] counts = new double[168];
        double[] expected = new double[168];
        for (int hour = 0; hour < 168; hour++) {
            expected[hour] = Pace.WEEKLY.loudness(FROM.plus(Duration.ofHours(hour)));
        }
        Talk.of(seed).posts.stream()
                .filter(post -> post.planted().incident() < 0)
                .forEach(post -> counts[Pace.hourOfWeek(post.createdAt())]++);
        assertThat(correlation(counts, expected)).isGreaterThan(.97);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void incidents_are_heard_two_to_five_times_as_often_for_twenty_to_sixty_minutes(long seed) {
        Talk talk = Talk.of(seed);
        List<Incident> incidents = talk.simulation.incidents();
        assertThat(incidents).hasSizeGreaterThanOrEqualTo(3).allSatisfy(incident -> {
            assertThat(incident.factor()).isBetween(2.0, 5.0);
            assertThat(incident.length()).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(60));
            assertThat(incident.base()).isGreaterThanOrEqualTo(20);
        });
        double heard = 0;
        double planned = 0;
        for (Incident incident : incidents) {
            heard += talk.posts.stream()
                    .filter(post -> post.heardBy().contains(incident.watch()))
                    .filter(post -> !post.createdAt().isBefore(incident.start())
                            && post.createdAt().isBefore(incident.end()))
                    .count();
            planned += incident.factor() * incident.base() * incident.length().toMillis() / 3_600_000;
        }
        assertThat(heard / planned).isBetween(.75, 1.3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void most_posts_of_an_incident_name_its_cause_and_hardly_any_other(long seed) {
        Talk talk = Talk.of(seed);
        for (Incident incident : talk.simulation.incidents()) {
            Function<SimulatedPost, Boolean> names = post -> post.text()
                    .toLowerCase(Locale.ROOT)
                    .contains(incident.cause(post.lang()).toLowerCase(Locale.ROOT));
            Map<Boolean, Double> shares = talk.posts.stream()
                    .filter(post -> !post.isRepost() && !post.edited())
                    .collect(Collectors.partitioningBy(
                            post -> post.planted().incident() == incident.number(),
                            Collectors.averagingInt(post -> names.apply(post) ? 1 : 0)));
            assertThat(shares.get(true)).isBetween(.5, .95);
            assertThat(shares.get(false)).isLessThan(.01);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void questions_are_answered_or_not_or_asked_again(long seed) {
        Talk talk = Talk.of(seed);
        Map<String, SimulatedPost> byId = talk.byId();
        List<SimulatedThread> threads = talk.simulation.threads().toList();
        Map<State, Long> states =
                threads.stream().collect(Collectors.groupingBy(SimulatedThread::state, Collectors.counting()));
        assertThat(states.keySet()).containsExactlyInAnyOrder(State.values());
        assertThat(states.values()).allMatch(count -> count > threads.size() / 10);
        assertThat(threads).allSatisfy(thread -> {
            SimulatedPost question = byId.get(thread.question());
            assertThat(question.planted().deed()).isEqualTo(Deed.ASK);
            if (thread.answer() != null) {
                SimulatedPost answer = byId.get(thread.answer());
                assertThat(answer.planted().deed()).isEqualTo(Deed.ANSWER);
                assertThat(answer.parent()).isEqualTo(thread.question());
                assertThat(answer.thread()).isEqualTo(thread.question());
                assertThat(answer.author()).isEqualTo(thread.helper()).isNotEqualTo(question.author());
                assertThat(answer.createdAt()).isAfter(question.createdAt());
            }
            if (thread.answer() != null && thread.followUp() != null) {
                SimulatedPost followUp = byId.get(thread.followUp());
                assertThat(followUp.author()).isEqualTo(question.author());
                assertThat(followUp.parent()).isEqualTo(thread.answer());
                assertThat(followUp.thread()).isEqualTo(thread.question());
                assertThat(followUp.planted().deed() == Deed.REOPEN).isEqualTo(thread.state() == State.REOPENED);
            }
        });
        long answers = talk.posts.stream()
                .filter(post -> post.planted().deed() == Deed.ANSWER && !post.isRepost())
                .filter(post -> !post.deleted())
                .count();
        assertThat(threads.stream().filter(thread -> thread.answer() != null)).hasSize((int) answers);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void some_think_well_of_one_brand_and_badly_of_another_in_one_breath(long seed) {
        List<SimulatedPost> named = Talk.of(seed).posts.stream()
                .filter(post -> !post.planted().opinions().isEmpty())
                .toList();
        Map<String, Long> polarities = named.stream()
                .collect(Collectors.groupingBy(post -> post.planted().polarity(), Collectors.counting()));
        assertThat(polarities.keySet()).containsExactlyInAnyOrder("negative", "neutral", "positive", "mixed");
        assertThat(polarities.get("mixed")).isBetween(named.size() / 100L, named.size() / 10L);
        assertThat(named).allMatch(post -> post.heardBy()
                .containsAll(post.planted().opinions().keySet()));
    }

    private static boolean has(SimulatedVoice voice, String role, SimulatedPost post) {
        String topic = post.planted().opinions().keySet().iterator().next();
        return voice.roles().getOrDefault(role, List.of()).contains(topic);
    }

    private static String respondsTo(SimulatedPost post) {
        if (post.parent() != null) {
            return post.parent();
        }
        return post.repostOf() != null ? post.repostOf() : post.quoteOf();
    }

    private static Map<String, Integer> words(List<SimulatedPost> posts) {
        var words = new HashMap<String, Integer>();
        for (SimulatedPost post : posts) {
            for (String word : post.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
                if (!word.isEmpty()) {
                    words.merge(word, 1, Integer::sum);
                }
            }
        }
        return words;
    }

    /** Of the words one persona writes, the share that the other one writes, too. */
    private static double known(Map<String, Integer> one, Map<String, Integer> other) {
        double all = one.values().stream().mapToInt(Integer::intValue).sum();
        return one.entrySet().stream()
                        .filter(word -> other.containsKey(word.getKey()))
                        .mapToInt(Map.Entry::getValue)
                        .sum()
                / all;
    }

    /**
     * Of the words one persona writes, the share that the other one writes as often. Words that both together write less
     * than ten times count as one: how often such a word comes is mostly chance.
     */
    private static double overlap(Map<String, Integer> one, Map<String, Integer> other) {
        Map<String, Integer> both = new HashMap<>(one);
        other.forEach((word, count) -> both.merge(word, count, Integer::sum));
        Map<String, Double> ofOne = shares(one, both);
        Map<String, Double> ofOther = shares(other, both);
        return ofOne.entrySet().stream()
                .mapToDouble(word -> Math.min(word.getValue(), ofOther.getOrDefault(word.getKey(), 0.0)))
                .sum();
    }

    private static Map<String, Double> shares(Map<String, Integer> words, Map<String, Integer> both) {
        double all = words.values().stream().mapToInt(Integer::intValue).sum();
        var shares = new HashMap<String, Double>();
        words.forEach((word, count) -> shares.merge(both.get(word) < 10 ? "" : word, count / all, Double::sum));
        return shares;
    }

    /** Of a straight line through the logarithms of rank and count. */
    private static double slope(int[] counts, int first, int last) {
        double[] ranks = DoubleStream.iterate(first, rank -> rank <= last, rank -> rank + 1)
                .map(Math::log)
                .toArray();
        double[] logs =
                Arrays.stream(counts, first - 1, last).mapToDouble(Math::log).toArray();
        return correlation(ranks, logs) * deviation(logs) / deviation(ranks);
    }

    private static double correlation(double[] xs, double[] ys) {
        double x = Arrays.stream(xs).average().orElseThrow();
        double y = Arrays.stream(ys).average().orElseThrow();
        double sum = 0;
        for (int i = 0; i < xs.length; i++) {
            sum += (xs[i] - x) * (ys[i] - y);
        }
        return sum / xs.length / deviation(xs) / deviation(ys);
    }

    private static double deviation(double[] xs) {
        double mean = Arrays.stream(xs).average().orElseThrow();
        return Math.sqrt(
                Arrays.stream(xs).map(x -> (x - mean) * (x - mean)).average().orElseThrow());
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) (share * sorted.length)];
    }
}
