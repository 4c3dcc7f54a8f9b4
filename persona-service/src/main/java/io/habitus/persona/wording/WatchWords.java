package io.habitus.persona.wording;

import io.habitus.persona.sample.Sample;
import io.habitus.persona.timeline.Timelines;
import io.habitus.persona.timeline.TimelinesAway;
import io.habitus.persona.timeline.WatchTimeline;
import io.habitus.persona.words.Asked;
import io.habitus.persona.words.Keyness;
import io.habitus.persona.words.OwnWords;
import io.habitus.persona.words.Said;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * The own words of a watch in a stretch of time, compared with the sample of everything its project heard. Found when
 * asked, one answer at a time, for each keeps a core busy; the last answers are kept for as long as finding them took,
 * twenty times over, so that many who ask never cost more than a twentieth of a core.
 */
public final class WatchWords {

    /** So many texts are compared at most; of more, voices are left out as a whole. */
    static final int MOST_TEXTS = 60_000;

    private static final int MOST_KEPT = 200;
    private static final int KEPT_FOR_TIMES = 20;
    private static final Duration KEPT_FOR_AT_LEAST = Duration.ofSeconds(5);
    private static final int PAIRS_AT_ONCE = 1_000_000;

    /**
     * The own words of a watch.
     *
     * @param asOf by partition of MENTIONS, the highest offset heard
     * @param texts how many were compared
     * @param share of the watch's voices that were looked at, over 0 to 1
     * @param sampled how many texts they were compared with
     */
    public record Answer(Map<Integer, Long> asOf, int texts, double share, int sampled, OwnWords words) {}

    private record Question(String project, String watch, Instant from, Instant to) {}

    private record Kept(Answer answer, long until) {}

    private final Timelines timelines;
    private final Sample sample;
    private final Queries queries;
    private final Duration patience;
    private final Timer time;
    private final Semaphore one = new Semaphore(1, true);
    private final Map<Question, Kept> kept = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Kept> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /**
     * @param patience how long a request waits for a timeline that is being restored
     * @param meters {@code persona.words}: the time of each answer found
     */
    public WatchWords(Timelines timelines, Sample sample, Queries queries, Duration patience, MeterRegistry meters) {
        this.timelines = timelines;
        this.sample = sample;
        this.queries = queries;
        this.patience = patience;
        this.time = meters.timer("persona.words");
    }

    /**
     * The own words of a watch in [from, to).
     *
     * @return empty while the sample is being read: what it would be compared with is not all there
     * @throws TimelinesAway if its timeline is not here now
     */
    public Optional<Answer> of(String project, String watch, Instant from, Instant to) {
        if (!sample.isComplete()) {
            return Optional.empty();
        }
        var question = new Question(project, watch, from, to);
        one.acquireUninterruptibly();
        try {
            Kept known = kept.get(question);
            if (known != null && System.nanoTime() - known.until() < 0) {
                return Optional.of(known.answer());
            }
            long begun = System.nanoTime();
            Answer answer = time.record(() -> find(question));
            long took = System.nanoTime() - begun;
            kept.remove(question);
            kept.put(
                    question,
                    new Kept(answer, System.nanoTime() + Math.max(KEPT_FOR_AT_LEAST.toNanos(), KEPT_FOR_TIMES * took)));
            return Optional.of(answer);
        } finally {
            one.release();
        }
    }

    private Answer find(Question question) {
        Optional<WatchTimeline> timeline = timelines.of(question.project(), question.watch(), patience);
        Map<Integer, Long> asOf = timeline.map(WatchTimeline::asOf).orElse(Map.of());
        var heard = new Gathering(MOST_TEXTS);
        try {
            timeline.ifPresent(it -> it.listen(
                    question.from().toEpochMilli(),
                    question.to().toEpochMilli(),
                    (at, post, voice, text) -> heard.take(new Said(
                            voice, text.language().isEmpty() ? null : text.language(), text.shown(), post, at))));
        } catch (InvalidStateStoreException closed) {
            throw new TimelinesAway(closed);
        }
        // A copy, for both sides are read several times and must not change meanwhile.
        List<Said> reference = new ArrayList<>();
        sample.of(question.project())
                .forEach(post -> reference.add(
                        new Said(post.voice(), post.language(), post.shownText(), post.postId(), post.at())));
        OwnWords words = Keyness.of(
                heard.said(),
                reference,
                Asked.usual()
                        .except(queries.wordsOf(question.project(), question.watch()))
                        .holding(PAIRS_AT_ONCE));
        return new Answer(asOf, heard.said().size(), heard.share(), reference.size(), words);
    }
}
