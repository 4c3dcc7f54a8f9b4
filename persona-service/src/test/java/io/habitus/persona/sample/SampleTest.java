package io.habitus.persona.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.habitus.contracts.SampleEvent;
import io.habitus.contracts.SampleEvent.Heard;
import io.habitus.contracts.SourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SampleTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final long ROOMY = 64 << 20;

    private Instant now = NOON;
    private final Sample sample = new Sample(ROOMY, () -> now);

    private static String id(long number) {
        return "%032x".formatted(number);
    }

    /** A voice of exactly this depth. */
    private static String voice(int number, int depth) {
        return "%016x%016x".formatted(number, 1L << (63 - depth));
    }

    private static Heard heard(long id, String voice, int level, String text) {
        return new Heard(
                "p",
                id(id),
                NOON.minusSeconds(id),
                voice,
                "de",
                SourceType.POST,
                null,
                text,
                SampleEvent.shareOf(level));
    }

    private static List<SampledPost> in(Sample sample) {
        return StreamSupport.stream(sample.of("p").spliterator(), false).toList();
    }

    private List<String> texts() {
        return in(sample).stream().map(SampledPost::shownText).sorted().toList();
    }

    @Test
    void a_post_is_in_it_as_it_was_told() {
        sample.take(
                new Heard("p", id(7), NOON, voice(3, 1), "de", SourceType.REVIEW, "Späte Bahn", "zu spät 😡", 1), NOON);

        assertThat(in(sample))
                .extracting(
                        SampledPost::voice,
                        SampledPost::language,
                        SampledPost::shownText,
                        SampledPost::size,
                        SampledPost::at,
                        SampledPost::postId)
                .containsExactly(tuple(3L, "de", "Späte Bahn\nzu spät 😡", 25, NOON.toEpochMilli(), id(7)));
    }

    @Test
    void its_language_is_what_is_recognised_in_it() {
        sample.take(heard(1, voice(1, 0), 0, "Der Zug kam heute schon wieder viel zu spät"), NOON);
        sample.take(
                new Heard(
                        "p",
                        id(2),
                        NOON,
                        voice(1, 0),
                        null,
                        SourceType.POST,
                        null,
                        "The train was late again today",
                        1),
                NOON);
        sample.take(new Heard("p", id(3), NOON, voice(1, 0), null, SourceType.POST, null, "?", 1), NOON);

        assertThat(in(sample))
                .extracting(SampledPost::postId, SampledPost::language)
                .containsExactlyInAnyOrder(tuple(id(1), "de"), tuple(id(2), "en"), tuple(id(3), null));
        assertThat(sample.of("another")).isEmpty();
    }

    @Test
    void an_edit_takes_the_place_and_a_deletion_takes_it_away() {
        sample.take(heard(1, voice(1, 0), 0, "first"), NOON);
        sample.take(heard(1, voice(1, 0), 0, "second"), NOON);
        assertThat(texts()).containsExactly("second");

        sample.remove("p", id(1));

        assertThat(texts()).isEmpty();
        assertThat(sample.bytes()).isZero();
    }

    @Test
    void when_the_level_rises_voices_go_with_all_their_posts() {
        sample.take(heard(1, voice(1, 0), 0, "shallow"), NOON);
        sample.take(heard(2, voice(2, 1), 0, "deep"), NOON);
        sample.take(heard(3, voice(3, 4), 1, "deeper"), NOON);
        // Of a partition that is not yet so far.
        sample.take(heard(4, voice(1, 0), 0, "shallow again"), NOON);

        assertThat(texts()).containsExactly("deep", "deeper");
    }

    @Test
    void what_was_heard_long_ago_is_forgotten() {
        sample.take(heard(1, voice(1, 0), 0, "old"), NOON.minus(Duration.ofDays(29)));
        sample.take(heard(2, voice(1, 0), 0, "too old"), NOON.minus(Duration.ofDays(31)));
        sample.take(heard(3, voice(1, 0), 0, "new"), NOON);
        assertThat(texts()).containsExactly("new", "old");

        now = NOON.plus(Duration.ofDays(2));
        sample.forgetWhatIsOld();

        assertThat(texts()).containsExactly("new");
    }

    @Test
    void the_largest_gives_up_half_of_its_voices_when_memory_is_short() {
        var most = 200_000;
        var short_ = new Sample(most, () -> now);
        var random = new Random(1);
        var secondHalves = random.longs(1_001).toArray();
        var all = new HashMap<Long, Integer>();
        for (var i = 0; i < 5_000; i++) {
            var number = 1 + random.nextInt(1_000);
            var voice = "%016x%016x".formatted(number, secondHalves[number]);
            short_.take(heard(i, voice, 0, "some words"), NOON);
            all.merge((long) number, 1, Integer::sum);
        }
        short_.take(new Heard("small", id(1), NOON, voice(1, 0), "de", SourceType.POST, null, "words", 1), NOON);

        assertThat(short_.bytes()).isBetween(most / 4L, (long) most);
        assertThat(short_.of("small")).hasSize(1);
        Map<Long, Long> kept =
                in(short_).stream().collect(Collectors.groupingBy(SampledPost::voice, Collectors.counting()));
        kept.forEach((voice, posts) -> assertThat(posts.intValue()).isEqualTo(all.get(voice)));
    }

    @Test
    void it_can_be_gone_through_again_and_while_it_changes() {
        for (var i = 0; i < 1_000; i++) {
            sample.take(heard(i, voice(1, 2), 0, "words"), NOON);
        }
        var all = sample.of("p");
        var under = all.iterator();
        under.next();
        sample.take(heard(2_000, voice(1, 2), 3, "deeper"), NOON);
        sample.take(heard(2_001, voice(2, 3), 3, "deeper"), NOON);

        under.forEachRemaining(post -> assertThat(post.shownText()).isNotEmpty());
        assertThat(all).hasSize(1);
    }

    @Test
    void an_event_without_what_every_one_has_is_refused_and_leaves_no_trace() {
        assertThatThrownBy(() -> sample.take(heard(1, "jane", 0, "words"), NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(sample.posts()).isZero();
    }
}
