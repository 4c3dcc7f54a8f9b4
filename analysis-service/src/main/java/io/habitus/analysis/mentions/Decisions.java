package io.habitus.analysis.mentions;

import io.habitus.analysis.mentions.KnownPost.Standing;
import io.habitus.analysis.mentions.Received.Again;
import io.habitus.analysis.mentions.Received.Decided;
import io.habitus.analysis.mentions.Received.Outcome;
import io.habitus.analysis.mentions.Understood.OfPosts;
import io.habitus.analysis.mentions.Understood.OfRematches;
import io.habitus.analysis.watches.Watchlist;
import io.habitus.contracts.AuthorStatus;
import io.habitus.contracts.JsonSerde;
import io.habitus.contracts.MentionEvent;
import io.habitus.contracts.MentionEvent.HeardBy;
import io.habitus.contracts.MentionEvent.Reason;
import io.habitus.contracts.PostEvent;
import io.habitus.contracts.PostEvent.AuthorChanged;
import io.habitus.contracts.PostEvent.Measured;
import io.habitus.contracts.PostEvent.Published;
import io.habitus.contracts.RematchEvent.LookAgain;
import io.habitus.contracts.RematchEvent.WatchesUpTo;
import io.habitus.contracts.Tags;
import io.habitus.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides, per post, what each project hears of it, and says so in MENTIONS whenever that changes.
 *
 * <ul>
 *   <li>Which text counts: {@link Revisions}. A deletion is final, also when it comes before its post.
 *   <li>A post's own time is decided by the first text that came and never changes.
 *   <li>Engagement: the latest count wins, also one that came before the post. What a text carries was counted at its
 *       arrival.
 *   <li>An author's posts are withdrawn and come back with the author. An erasure is final: the texts are forgotten, and
 *       later posts end here.
 *   <li>A post of one project meets that project's watches only. In each project the author has another name.
 *   <li>A changed watch: {@link WatchesUpTo} holds the stream until the list is that new; {@link LookAgain} decides a
 *       post anew, if it is the text that counts.
 *   <li>What sampled voices say is said in SAMPLE as well, matched or not: {@link Sampling}.
 * </ul>
 *
 * All of it stands in exactly-once stores, so a repetition of any record finds itself already done.
 */
final class Decisions implements Processor<String, Understood, Object, Object> {

    /** So many posts of one author are gone through at once; more would outlast the transaction. */
    static final int SLICE = 1_000;

    static final Duration BETWEEN_SLICES = Duration.ofMillis(100);

    /** Well within the transaction's timeout. The list is late by milliseconds unless the broker is away. */
    private static final Duration LIST_IS_LATE = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(Decisions.class);

    private static final JsonSerde<PostEvent> POST = JsonSerde.of(PostEvent.class);

    private final Watchlist watchlist;
    private final Screening screening;
    private final Tagging tagging;
    private final ProjectPseudonyms pseudonyms;
    private final Sampling sampling;
    private final Received received;
    private final Digest digest = new Digest();

    private ProcessorContext<Object, Object> context;
    private KeyValueStore<String, KnownPost> posts;
    private KeyValueStore<String, AuthorChanged> authors;
    private KeyValueStore<String, byte[]> postsOfAuthors;
    private KeyValueStore<String, String> sweeps;
    private boolean sweeping = true;

    Decisions(
            Watchlist watchlist,
            Screening screening,
            Tagging tagging,
            ProjectPseudonyms pseudonyms,
            Sampling sampling,
            Received received) {
        this.watchlist = watchlist;
        this.screening = screening;
        this.tagging = tagging;
        this.pseudonyms = pseudonyms;
        this.sampling = sampling;
        this.received = received;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        posts = context.getStateStore(MentionTopology.POSTS_STORE);
        authors = context.getStateStore(MentionTopology.AUTHORS_STORE);
        postsOfAuthors = context.getStateStore(MentionTopology.POSTS_OF_AUTHORS_STORE);
        sweeps = context.getStateStore(MentionTopology.SWEEPS_STORE);
        sampling.init(context);
        // Streams begins again with this very object when a transaction was lost, and the store may know of more.
        sweeping = true;
        context.schedule(BETWEEN_SLICES, PunctuationType.WALL_CLOCK_TIME, this::continueSweeps);
    }

    @Override
    public void process(Record<String, Understood> record) {
        var arrival = Instant.ofEpochMilli(record.timestamp());
        switch (record.value()) {
            case OfPosts(var event, var json) -> received.count(take(event, json, arrival));
            case OfRematches(WatchesUpTo(var offset)) -> await(offset);
            case OfRematches(LookAgain again) -> received.count(lookAgain(again, arrival));
        }
    }

    private Outcome take(PostEvent event, Bytes json, Instant arrival) {
        return switch (event) {
            case Published post -> hear(post, json, arrival);
            case PostEvent.Retracted retracted -> retract(retracted.postId(), arrival);
            case Measured measured -> measure(measured, arrival);
            case AuthorChanged changed -> change(changed, arrival);
        };
    }

    // --- what is said of a post -------------------------------------------------------------------------------------

    private Outcome hear(Published post, Bytes json, Instant arrival) {
        if (statusOf(post.author()) == AuthorStatus.ERASED) {
            return Outcome.ENDED;
        }
        var known = known(post.postId());
        var its = digest.of(post);
        return switch (screening.screen(known, post, its)) {
            case FRESH -> accept(known, post, json, its, arrival, Outcome.FRESH);
            case EDITED -> accept(known, post, json, its, arrival, Outcome.EDITED);
            case SEEN -> Outcome.SEEN;
            case STALE -> Outcome.STALE;
            case ENDED -> Outcome.ENDED;
        };
    }

    private Outcome accept(KnownPost known, Published post, Bytes json, long digest, Instant arrival, Outcome outcome) {
        var decided = decide(known, known.accepting(post, digest, arrival), post, json, News.YES, arrival);
        return decided ? outcome : Outcome.SET_ASIDE;
    }

    private Outcome retract(String postId, Instant arrival) {
        var known = known(postId);
        if (!known.isLive()) {
            return Outcome.SEEN;
        }
        end(postId, known, Standing.RETRACTED, Reason.DELETED, arrival);
        return Outcome.RETRACTED;
    }

    private Outcome measure(Measured measured, Instant arrival) {
        var known = known(measured.postId());
        if (!known.isLive()) {
            return Outcome.ENDED;
        }
        if (known.measuredAt() != null && measured.measuredAt().isBefore(known.measuredAt())) {
            return Outcome.STALE;
        }
        var now = known.measured(measured.engagement(), measured.measuredAt());
        if (now.shown().isEmpty() || measured.engagement().equals(known.engagement())) {
            remember(measured.postId(), known, now);
            return Outcome.MEASURED;
        }
        show(known, now, keptPost(now), now.shown(), News.YES, Reason.NO_MATCH, arrival);
        return Outcome.MEASURED;
    }

    // --- what is said of an author ----------------------------------------------------------------------------------

    private Outcome change(AuthorChanged changed, Instant arrival) {
        var before = authors.get(changed.author());
        if (before != null && (before.status() == AuthorStatus.ERASED || isOutdated(changed, before))) {
            return Outcome.STALE;
        }
        authors.put(changed.author(), changed);
        sweeps.put(changed.author(), "");
        sweeping = true;
        sweep(changed.author(), "", arrival);
        return Outcome.AUTHOR_CHANGED;
    }

    /** An erasure counts whenever it was decided. */
    private static boolean isOutdated(AuthorChanged changed, AuthorChanged before) {
        return changed.status() != AuthorStatus.ERASED && changed.changedAt().isBefore(before.changedAt());
    }

    private void continueSweeps(long now) {
        if (!sweeping) {
            return;
        }
        var next = firstSweep();
        if (next == null) {
            sweeping = false;
            return;
        }
        sweep(next.author(), next.done(), Instant.ofEpochMilli(now));
    }

    private record Sweep(String author, String done) {}

    private Sweep firstSweep() {
        try (var all = sweeps.all()) {
            if (!all.hasNext()) {
                return null;
            }
            var first = all.next();
            return new Sweep(first.key, first.value);
        }
    }

    /** Takes the next slice of the author's posts to where the author now stands. */
    private void sweep(String author, String done, Instant arrival) {
        var slice = postsOf(author, done);
        var status = statusOf(author);
        slice.forEach(postId -> follow(status, postId, arrival));
        if (slice.size() < SLICE) {
            sweeps.delete(author);
            return;
        }
        sweeps.put(author, slice.getLast());
    }

    private List<String> postsOf(String author, String done) {
        var slice = new ArrayList<String>();
        // '0' is the character behind '/'; a blank comes before every digit of an id.
        var from = done.isEmpty() ? author + "/" : author + "/" + done + " ";
        try (var keys = postsOfAuthors.range(from, author + "0")) {
            while (keys.hasNext() && slice.size() < SLICE) {
                slice.add(keys.next().key.substring(author.length() + 1));
            }
        }
        return slice;
    }

    private void follow(AuthorStatus status, String postId, Instant arrival) {
        var known = known(postId);
        switch (status) {
            case ERASED -> end(postId, known, Standing.ERASED, Reason.AUTHOR_ERASED, arrival);
            case HIDDEN -> hide(postId, known, arrival);
            case RESTORED -> restore(known, arrival);
        }
    }

    private void hide(String postId, KnownPost known, Instant arrival) {
        sampling.takeOut(known, postId, arrival);
        var now = known.notSampled();
        if (known.kept() == null) {
            remember(postId, known, now);
            return;
        }
        show(known, now, keptPost(known), new TreeMap<>(), News.NO, Reason.AUTHOR_HIDDEN, arrival);
    }

    /** A post that was only sampled went without leaving its text. */
    private void restore(KnownPost known, Instant arrival) {
        if (known.kept() != null) {
            decide(known, known, keptPost(known), known.kept(), News.NO, arrival);
        }
    }

    /** RESTORED unless something else was said. */
    private AuthorStatus statusOf(String author) {
        var changed = author == null ? null : authors.get(author);
        return changed == null ? AuthorStatus.RESTORED : changed.status();
    }

    // --- when the watches change ------------------------------------------------------------------------------------

    private void await(long offset) {
        try {
            if (!watchlist.awaitApplied(offset, LIST_IS_LATE)) {
                // The transaction is given up and the mark is read again.
                throw new IllegalStateException("the watches up to offset " + offset + " have not come yet");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the watches", stopping);
        }
        received.count(Again.WATCHES_AWAITED);
    }

    private Again lookAgain(LookAgain again, Instant arrival) {
        var known = known(again.postId());
        var post = again.post() == null ? keptPost(known) : again.post();
        if (post == null || !known.isLive() || !known.stands(post.revision(), digest.of(post))) {
            return Again.OUTDATED;
        }
        if (statusOf(post.author()) == AuthorStatus.ERASED) {
            return Again.OUTDATED;
        }
        var json = again.post() == null ? known.kept() : Bytes.wrap(POST.write(post));
        var decided = decide(known, known, post, json, News.NO, arrival);
        return decided ? Again.LOOKED_AGAIN : Again.SET_ASIDE;
    }

    // --- deciding ---------------------------------------------------------------------------------------------------

    /** Whether there is a new text, and what is shown changed even where the same watches hear it. */
    private enum News {
        YES,
        NO
    }

    /** False if it could not be decided; then the post is set aside, and everything else stays as it was. */
    private boolean decide(KnownPost before, KnownPost now, Published post, Bytes json, News news, Instant arrival) {
        SortedMap<String, List<HeardBy>> heardBy;
        try {
            heardBy = heardBy(post);
        } catch (RuntimeException fault) {
            setAside(post.postId(), json, fault, arrival);
            return false;
        }
        var kept = heardBy.isEmpty() ? now.forgettingText() : now.keeping(json, post.author());
        if (statusOf(post.author()) == AuthorStatus.HIDDEN) {
            sampling.takeOut(before, post.postId(), arrival);
            show(before, kept.notSampled(), post, new TreeMap<>(), news, Reason.AUTHOR_HIDDEN, arrival);
        } else {
            var sampled = news == News.YES
                    ? sampling.take(before, kept, post, arrival)
                    : sampling.keep(before, kept, post, arrival);
            show(before, sampled, post, heardBy, news, Reason.NO_MATCH, arrival);
        }
        return true;
    }

    /** One post that no watchlist can take must not stop all others behind it. */
    private void setAside(String postId, Bytes json, RuntimeException fault, Instant arrival) {
        // Without the fault's own words: they might be the post's.
        log.atError()
                .addKeyValue("post", postId)
                .addKeyValue("fault", fault.getClass().getName())
                .addKeyValue(
                        "cause",
                        fault.getCause() == null
                                ? "none"
                                : fault.getCause().getClass().getName())
                .log("a post could not be matched and is set aside");
        SettingAside.forward(
                context,
                new Record<>(postId.getBytes(StandardCharsets.UTF_8), json.get(), arrival.toEpochMilli()),
                "could not be matched: " + fault.getClass().getSimpleName());
    }

    private SortedMap<String, List<HeardBy>> heardBy(Published post) {
        var heardBy = new TreeMap<String, List<HeardBy>>();
        for (var hit : watchlist.match(post)) {
            heardBy.computeIfAbsent(hit.project(), _ -> new ArrayList<>(4))
                    .add(new HeardBy(hit.watch(), hit.version()));
        }
        return heardBy;
    }

    private void end(String postId, KnownPost before, Standing standing, Reason reason, Instant arrival) {
        sampling.takeOut(before, postId, arrival);
        if (before.shown().isEmpty()) {
            remember(postId, before, before.ended(standing));
            return;
        }
        var ended = before.ended(standing);
        var sequence = withdraw(postId, before, ended.sequence(), before.shown().keySet(), reason, arrival);
        remember(postId, before, ended.showing(new TreeMap<>(), sequence));
    }

    /** Says in MENTIONS what is different from before, and remembers it. */
    private void show(
            KnownPost before,
            KnownPost now,
            Published post,
            SortedMap<String, List<HeardBy>> heardBy,
            News news,
            Reason otherwise,
            Instant arrival) {
        var sequence = now.sequence();
        Tags tags = null;
        for (var project : heardBy.entrySet()) {
            var same = project.getValue().equals(before.shown().get(project.getKey()));
            if (!same || news == News.YES) {
                sequence++;
                // Only now: most posts looked at again are heard as before.
                tags = tags == null ? tagging.of(post) : tags;
                write(found(project.getKey(), post, now, sequence, project.getValue(), tags), arrival);
            }
        }
        var gone = new TreeSet<>(before.shown().keySet());
        gone.removeAll(heardBy.keySet());
        sequence = withdraw(post.postId(), before, sequence, gone, otherwise, arrival);
        remember(post.postId(), before, now.showing(heardBy, sequence));
    }

    private long withdraw(
            String postId, KnownPost before, long sequence, Iterable<String> projects, Reason reason, Instant arrival) {
        var next = sequence;
        for (var project : projects) {
            next++;
            write(new MentionEvent.Withdrawn(project, postId, next, before.at(), reason), arrival);
        }
        return next;
    }

    private MentionEvent.Found found(
            String project, Published post, KnownPost known, long sequence, List<HeardBy> watches, Tags tags) {
        return new MentionEvent.Found(
                project,
                post.postId(),
                sequence,
                known.at(),
                known.added(),
                known.timeDoubted(),
                post.source(),
                post.type(),
                known.revision(),
                post.lang(),
                post.site(),
                post.title(),
                post.text(),
                pseudonyms.of(project, post.author()),
                post.followers(),
                post.thread(),
                post.parent(),
                post.repostOf(),
                post.quoteOf(),
                post.rating(),
                post.place(),
                known.engagement(),
                post.origin(),
                List.copyOf(watches),
                tags);
    }

    private void write(MentionEvent event, Instant arrival) {
        received.count(
                switch (event) {
                    case MentionEvent.Found _ -> Decided.FOUND;
                    case MentionEvent.Withdrawn _ -> Decided.WITHDRAWN;
                });
        context.forward(
                new Record<>(Topics.projectKey(event.project(), event.postId()), event, arrival.toEpochMilli()),
                MentionTopology.WRITE_MENTIONS);
    }

    // --- remembering ------------------------------------------------------------------------------------------------

    private KnownPost known(String postId) {
        var known = posts.get(postId);
        return known == null ? KnownPost.UNKNOWN : known;
    }

    private void remember(String postId, KnownPost before, KnownPost now) {
        posts.put(postId, now);
        if (Objects.equals(before.author(), now.author())) {
            return;
        }
        if (before.author() != null) {
            postsOfAuthors.delete(before.author() + "/" + postId);
        }
        if (now.author() != null) {
            postsOfAuthors.put(now.author() + "/" + postId, new byte[0]);
        }
    }

    /** The text that counts, or null if none is kept. */
    private Published keptPost(KnownPost known) {
        return known.kept() == null ? null : (Published) POST.read(known.kept().get());
    }
}
