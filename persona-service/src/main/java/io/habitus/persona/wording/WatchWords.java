package io.habitus.persona.wording;

import io.habitus.contracts.Polarity.Pile;
import io.habitus.persona.contribution.Text;
import io.habitus.persona.sample.Sample;
import io.habitus.persona.sample.SampledPost;
import io.habitus.persona.timeline.Timelines;
import io.habitus.persona.timeline.TimelinesAway;
import io.habitus.persona.timeline.WatchTimeline;
import io.habitus.persona.wording.Told.Answer;
import io.habitus.persona.words.Asked;
import io.habitus.persona.words.Keyness;
import io.habitus.persona.words.Naming;
import io.habitus.persona.words.Said;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * The own words of a watch in a stretch of time: what its voices said in it, compared with what was sampled of everything
 * else heard in the same stretch; or, of those of its mentions that speak one way, compared with its other mentions. Found
 * when asked, by {@link Desk}.
 *
 * <p>Held meanwhile are at most {@value #MOST_TEXTS} texts of {@value #MOST_UNITS} UTF-16 units together, of {@link
 * Beginning} only; of more, voices are left out as a whole. What else is held, {@link Keyness} says.
 */
public final class WatchWords {

    static final int MOST_TEXTS = 60_000;
    static final long MOST_UNITS = 12_000_000;

    /** One part of so many. */
    private static final int MUCH = 20;

    private static final Duration READING = Duration.ofSeconds(2);

    private final Timelines timelines;
    private final Sample sample;
    private final Queries queries;
    private final Duration patience;
    private final Desk desk;

    /**
     * @param patience how long a request waits for its turn, and for a timeline that is being restored
     * @param meters {@code persona.words}: the time of each answer found
     */
    public WatchWords(Timelines timelines, Sample sample, Queries queries, Duration patience, MeterRegistry meters) {
        this.timelines = timelines;
        this.sample = sample;
        this.queries = queries;
        this.patience = patience;
        Timer time = Timer.builder("persona.words")
                .description("Finding the own words of a watch")
                .register(meters);
        this.desk = new Desk(
                question -> time.record(() -> question.pile() == null ? find(question) : findOfPile(question)),
                patience,
                System::nanoTime);
    }

    /**
     * The own words of a watch in [from, to), as they are or were up to two minutes ago.
     *
     * @throws TimelinesAway if its timeline is not here now
     */
    public Told of(String project, String watch, Instant from, Instant to) {
        if (!sample.isComplete()) {
            return new Told.Later("what words are compared with is being read", READING);
        }
        return desk.ask(new Question(project, watch, null, from, to));
    }

    /**
     * The words in which a watch's mentions of one pile differ from its others, in [from, to): what those who speak ill of it
     * speak of, say. Since a model made the piles by the words, those of praise and blame themselves are among them.
     *
     * @throws TimelinesAway if its timeline is not here now
     */
    public Told ofPile(String project, String watch, Pile pile, Instant from, Instant to) {
        return desk.ask(new Question(project, watch, pile, from, to));
    }

    private Answer find(Question question) {
        long to = question.to().toEpochMilli();
        var sampled = sample.of(question.project());
        Optional<WatchTimeline> timeline = timelines.of(question.project(), question.watch(), patience);
        Map<Integer, Long> asOf = timeline.map(WatchTimeline::asOf).orElse(Map.of());
        var heard = new Gathering<Said>(MOST_TEXTS, MOST_UNITS);
        try {
            long from = timeline.map(it -> start(question, it, Everything.reachOf(sampled)))
                    .orElse(question.from().toEpochMilli());
            var elsewhere = Everything.heard(sampled, from, to);
            timeline.ifPresent(it -> it.listen(from, to, (at, post, pile, voice, text) -> {
                elsewhere.leaveOut(post);
                take(heard, said(at, post, voice, text));
            }));
            List<SampledPost> gathered = elsewhere.gathered();
            return answer(
                    question,
                    from,
                    asOf,
                    heard,
                    () -> gathered.stream().map(Everything::said).iterator(),
                    gathered.size());
        } catch (InvalidStateStoreException closed) {
            throw new TimelinesAway(closed);
        }
    }

    private Answer findOfPile(Question question) {
        Optional<WatchTimeline> timeline = timelines.of(question.project(), question.watch(), patience);
        Map<Integer, Long> asOf = timeline.map(WatchTimeline::asOf).orElse(Map.of());
        // Both sides together as much as a watch whole.
        var inPile = new Gathering<Said>(MOST_TEXTS / 2, MOST_UNITS / 2);
        var others = new Gathering<Said>(MOST_TEXTS / 2, MOST_UNITS / 2);
        long from = question.from().toEpochMilli();
        try {
            timeline.ifPresent(it -> it.listen(
                    from,
                    question.to().toEpochMilli(),
                    (at, post, pile, voice, text) ->
                            take(pile == question.pile() ? inPile : others, said(at, post, voice, text))));
        } catch (InvalidStateStoreException closed) {
            throw new TimelinesAway(closed);
        }
        List<Said> reference = others.all();
        return answer(question, from, asOf, inPile, reference, reference.size());
    }

    private static void take(Gathering<Said> side, Said said) {
        side.take(said.voice(), said.shownText().length(), said);
    }

    private static Said said(long at, String post, long voice, Text text) {
        String language = text.language().isEmpty() ? null : text.language();
        return new Said(voice, language, Beginning.of(text.shown()), post, at);
    }

    /**
     * Where both sides begin: where the question does, or later if the watch heard much before the sample reaches back. By
     * itself, the beginning of what was heard lies a little before most of the sample.
     */
    private static long start(Question question, WatchTimeline timeline, long reach) {
        long from = question.from().toEpochMilli();
        if (timeline.first() == null) {
            return from;
        }
        long first = Math.max(from, timeline.first().toEpochMilli());
        long last = Math.min(question.to().toEpochMilli(), timeline.last().toEpochMilli());
        return first < reach && (reach - first) * MUCH > last - first ? reach : from;
    }

    private Answer answer(
            Question question,
            long from,
            Map<Integer, Long> asOf,
            Gathering<Said> heard,
            Iterable<Said> elsewhere,
            int sampled) {
        List<Said> said = heard.all();
        var chosenBy = queries.wordsOf(question.project(), question.watch());
        // Of the mentions of one watch, both sides speak of the same.
        var beside = question.pile() == null ? queries.besides(question.project(), question.watch()) : Naming.NOTHING;
        var words = Keyness.of(
                said, elsewhere, Asked.usual().except(chosenBy.named()).beside(beside));
        return new Answer(
                question.from(),
                question.to(),
                from == question.from().toEpochMilli() ? null : Instant.ofEpochMilli(from),
                asOf,
                said.size(),
                heard.share(),
                sampled,
                words);
    }
}
