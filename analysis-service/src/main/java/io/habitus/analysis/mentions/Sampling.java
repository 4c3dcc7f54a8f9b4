package io.habitus.analysis.mentions;

import io.habitus.analysis.watches.Watchlist;
import io.habitus.contracts.PostEvent.Published;
import io.habitus.contracts.SampleEvent;
import io.habitus.contracts.SourceType;
import io.habitus.contracts.Topics;
import io.habitus.tagging.Handles;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Says in SAMPLE what sampled voices say, whether a watch hears it or not: what own words are compared with. A document
 * of a project is in that project's sample only; a public post in that of every project that has a watch, under the
 * author's name there. A post of a voice that is not sampled costs one keyed hash.
 *
 * <p>Handles are masked here: nobody needs to find them in the sample, so they never get into it.
 */
final class Sampling {

    private final Watchlist watchlist;
    private final ProjectPseudonyms pseudonyms;
    private final long most;
    private ProcessorContext<Object, Object> context;
    private SampleBudget budget;

    /** @param most posts of one project in this partition; 0 for no sample */
    Sampling(Watchlist watchlist, ProjectPseudonyms pseudonyms, long most) {
        this.watchlist = watchlist;
        this.pseudonyms = pseudonyms;
        this.most = most;
    }

    /** Also when a transaction was lost: what was counted in it is forgotten with it. */
    void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        KeyValueStore<String, Long> store = context.getStateStore(MentionTopology.SAMPLE_STORE);
        budget = new SampleBudget(store, most);
    }

    /**
     * After a new text was decided that may be shown: writes what is not yet so in SAMPLE, takes out what must not be
     * there.
     *
     * @param before what was known of the post
     * @param now what is known now, with {@code post} as its text
     * @return {@code now}, with the samples it is in
     */
    KnownPost take(KnownPost before, KnownPost now, Published post, Instant arrival) {
        return take(before, now, post, true, arrival);
    }

    /**
     * The same after a known text was decided anew. It comes into no sample it is not in: it was looked for because of
     * what it says, and a sample of such posts would no longer be one of everything.
     */
    KnownPost keep(KnownPost before, KnownPost now, Published post, Instant arrival) {
        return take(before, now, post, false, arrival);
    }

    private KnownPost take(KnownPost before, KnownPost now, Published post, boolean isNew, Instant arrival) {
        // Under another name it is another voice.
        var sampled =
                Objects.equals(post.author(), before.author()) ? before : takenOut(before, post.postId(), arrival);
        var samples = new TreeSet<String>();
        if (belongs(post, now, arrival)) {
            for (var project : hearing(post)) {
                if ((isNew || sampled.samples().contains(project)) && sample(project, sampled, now, post, arrival)) {
                    samples.add(project);
                }
            }
        }
        var gone = new TreeSet<>(sampled.samples());
        gone.removeAll(samples);
        takeOut(gone, sampled, post.postId(), arrival);
        return samples.isEmpty() && now.samples().isEmpty() ? now : now.sampledIn(samples, post.author());
    }

    /** Takes a post out of all samples: it is deleted, or its author hidden or erased. */
    void takeOut(KnownPost known, String postId, Instant arrival) {
        takeOut(known.samples(), known, postId, arrival);
    }

    private KnownPost takenOut(KnownPost known, String postId, Instant arrival) {
        takeOut(known, postId, arrival);
        return known.notSampled();
    }

    private boolean belongs(Published post, KnownPost now, Instant arrival) {
        return most > 0
                && post.author() != null
                && post.type() != SourceType.REPOST
                && post.repostOf() == null
                && now.added().isAfter(arrival.minus(SampleEvent.KEPT))
                && (hasWords(post.text()) || hasWords(post.title()));
    }

    private static boolean hasWords(String text) {
        return text != null && text.codePoints().anyMatch(Character::isLetter);
    }

    private Set<String> hearing(Published post) {
        return post.project() == null ? watchlist.projects() : Set.of(post.project());
    }

    /** Whether the post is in the project's sample now. */
    private boolean sample(String project, KnownPost before, KnownPost now, Published post, Instant arrival) {
        var voice = pseudonyms.of(project, post.author());
        var depth = SampleEvent.depthOf(voice);
        if (depth < budget.level(project)) {
            return false;
        }
        if (before.samples().contains(project)) {
            if (!before.stands(now.revision(), now.digests().getLast())) {
                write(project, voice, now, post);
            }
            return true;
        }
        budget.add(project, depth, now.added(), arrival);
        if (depth < budget.level(project)) {
            // It was the one too many, and half of the voices went with it.
            return false;
        }
        write(project, voice, now, post);
        return true;
    }

    private void takeOut(Collection<String> samples, KnownPost before, String postId, Instant arrival) {
        for (var project : samples) {
            budget.remove(project, depthOf(project, before), before.added());
            tell(project, postId, null, arrival);
        }
    }

    private int depthOf(String project, KnownPost known) {
        return SampleEvent.depthOf(pseudonyms.of(project, known.author()));
    }

    private void write(String project, String voice, KnownPost now, Published post) {
        var heard = new SampleEvent.Heard(
                project,
                post.postId(),
                now.at(),
                voice,
                post.lang(),
                post.type(),
                Handles.masked(post.title()),
                Handles.masked(post.text()),
                SampleEvent.shareOf(budget.level(project)));
        // With the time of the first hearing, so that an edit or a look back keeps nothing longer.
        tell(project, post.postId(), heard, now.added());
    }

    private void tell(String project, String postId, SampleEvent event, Instant timestamp) {
        context.forward(
                new Record<>(Topics.projectKey(project, postId), event, timestamp.toEpochMilli()),
                MentionTopology.WRITE_SAMPLE);
    }
}
