package io.habitus.analysis.mentions;

import io.habitus.contracts.Engagement;
import io.habitus.contracts.MentionEvent.HeardBy;
import io.habitus.contracts.PostEvent.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;

/**
 * What is remembered of a post between two events about it.
 *
 * @param standing whether anything about it can still be shown
 * @param revision of the newest accepted {@code Published}; -1 before the first
 * @param digests of what was accepted under that revision, newest last, at most {@value #DIGESTS}
 * @param at the post's own time, decided at first sight; null before
 * @param added when it was first heard; null before
 * @param timeDoubted decided together with {@code at}
 * @param sequence of the newest event in MENTIONS; 0 before the first
 * @param engagement as last counted, or null
 * @param measuredAt when that was, or null
 * @param author the pseudonym of the author, if the text is kept or sampled; else null
 * @param kept the newest {@code Published} as JSON while some watch hears it, else null
 * @param shown by project, which watches the newest event in MENTIONS named; projects that show nothing are absent
 * @param samples the projects in whose SAMPLE the text is, or was until SAMPLE forgot it by itself
 */
record KnownPost(
        Standing standing,
        long revision,
        List<Long> digests,
        Instant at,
        Instant added,
        boolean timeDoubted,
        long sequence,
        Engagement engagement,
        Instant measuredAt,
        String author,
        Bytes kept,
        SortedMap<String, List<HeardBy>> shown,
        SortedSet<String> samples) {

    static final int DIGESTS = 8;

    /** Nothing was heard of it yet. */
    static final KnownPost UNKNOWN = new KnownPost(
            Standing.LIVE,
            -1,
            List.of(),
            null,
            null,
            false,
            0,
            null,
            null,
            null,
            null,
            new TreeMap<>(),
            new TreeSet<>());

    enum Standing {
        LIVE,
        /** Deleted at its source, perhaps before it was heard. Final. */
        RETRACTED,
        /** Its author is erased. Final. */
        ERASED
    }

    boolean isLive() {
        return standing == Standing.LIVE;
    }

    boolean wasPublished() {
        return revision >= 0;
    }

    /** Whether this is the text that counts now. */
    boolean stands(long revision, long digest) {
        return wasPublished() && this.revision == revision && digests.getLast() == digest;
    }

    /** After a new text was accepted. The first one decides {@code at}; the matching is still to be done. */
    KnownPost accepting(Published post, long digest, Instant arrival) {
        var first = at == null;
        var counted = post.engagement() != null && (measuredAt == null || !arrival.isBefore(measuredAt));
        return new KnownPost(
                Standing.LIVE,
                post.revision(),
                post.revision() == revision ? appended(digest) : List.of(digest),
                first ? post.at() : at,
                first ? arrival : added,
                first ? post.timeDoubted() : timeDoubted,
                sequence,
                counted ? post.engagement() : engagement,
                counted ? arrival : measuredAt,
                author,
                kept,
                shown,
                samples);
    }

    private List<Long> appended(long digest) {
        var all = new ArrayList<>(digests);
        all.remove(digest);
        all.add(digest);
        return List.copyOf(all.subList(Math.max(0, all.size() - DIGESTS), all.size()));
    }

    KnownPost measured(Engagement engagement, Instant measuredAt) {
        return new KnownPost(
                standing,
                revision,
                digests,
                at,
                added,
                timeDoubted,
                sequence,
                engagement,
                measuredAt,
                author,
                kept,
                shown,
                samples);
    }

    KnownPost keeping(Bytes post, String author) {
        return new KnownPost(
                standing,
                revision,
                digests,
                at,
                added,
                timeDoubted,
                sequence,
                engagement,
                measuredAt,
                author,
                post,
                shown,
                samples);
    }

    /** The author is remembered as long as a sample has the text. */
    KnownPost forgettingText() {
        return keeping(null, samples.isEmpty() ? null : author);
    }

    KnownPost sampledIn(SortedSet<String> projects, String author) {
        return new KnownPost(
                standing,
                revision,
                digests,
                at,
                added,
                timeDoubted,
                sequence,
                engagement,
                measuredAt,
                kept == null && projects.isEmpty() ? null : author,
                kept,
                shown,
                projects);
    }

    KnownPost notSampled() {
        return samples.isEmpty() ? this : sampledIn(new TreeSet<>(), author);
    }

    KnownPost showing(SortedMap<String, List<HeardBy>> watches, long sequence) {
        return new KnownPost(
                standing,
                revision,
                digests,
                at,
                added,
                timeDoubted,
                sequence,
                engagement,
                measuredAt,
                author,
                kept,
                watches,
                samples);
    }

    /** Nothing about it can be shown from now on; all that could be is forgotten. */
    KnownPost ended(Standing end) {
        return new KnownPost(
                end,
                revision,
                List.of(),
                at,
                added,
                timeDoubted,
                sequence,
                null,
                null,
                null,
                null,
                shown,
                new TreeSet<>());
    }
}
