package io.habitus.persona.expected;

import io.habitus.persona.range.Interval;
import io.habitus.persona.range.VoiceSet;
import io.habitus.persona.timeline.Stretch;
import io.habitus.persona.timeline.WatchTimeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the past of a watch from its timeline, the newest first: eight weeks, or as many as have two million mentions, but
 * never less than two weeks if there are any. Begins with the first whole hour after the first mention in them, and after
 * the last silence of a week or longer: before that nobody may have listened, also where an archive, or a single post, of
 * long ago was read in.
 */
final class PastReading {

    static final int DAYS = 56;
    static final int LEAST_DAYS = 14;
    private static final long MANY = 2_000_000;
    private static final long HOUR = 3_600_000;

    /** With fewer voices one could tell who speaks. */
    private static final int ENOUGH_VOICES = 5;

    private final WatchTimeline timeline;
    private final Question question;
    private final List<Piece> pieces = new ArrayList<>();
    private final Set<Long> someVoices = new HashSet<>();
    private long read;
    private long likeMentions;
    private long likeVoices;

    /** A stretch that was read. */
    private record Piece(long[] starts, int[] counts) {}

    private PastReading(WatchTimeline timeline, Question question) {
        this.timeline = timeline;
        this.question = question;
    }

    /**
     * What is known of the past.
     *
     * @throws org.apache.kafka.streams.errors.InvalidStateStoreException if the timeline has moved elsewhere
     */
    static Past of(WatchTimeline timeline, Question question) {
        return new PastReading(timeline, question).read();
    }

    private Past read() {
        Instant first = timeline.first();
        Instant end = question.from();
        int stride = question.stride();
        for (int days = stride; days <= DAYS && first != null && first.isBefore(end); days += stride) {
            if (read > MANY && days > LEAST_DAYS) {
                break;
            }
            Instant start = question.before(question.from(), days);
            Instant begin = start.isAfter(first) ? start : hourOf(first);
            if (begin.isBefore(end)) {
                read(begin, end, start.isAfter(first) ? question.before(question.to(), days) : null);
            }
            end = start;
        }
        return new Past(
                hours(),
                someVoices.size() >= ENOUGH_VOICES,
                likeMentions == 0 ? Double.NaN : (double) likeVoices / likeMentions);
    }

    /**
     * @param likeEnd where what began with it and is like the stretch asked for ends, or goes on in what was read before; null
     *     if it was not heard as a whole
     */
    private void read(Instant from, Instant to, Instant likeEnd) {
        long[] starts = starts(from, to);
        int[] counts = new int[starts.length - 1];
        long end = likeEnd == null ? Long.MIN_VALUE : Math.min(likeEnd.toEpochMilli(), to.toEpochMilli());
        var voices = new VoiceSet();
        try (Stretch stretch = timeline.open(from, to, to)) {
            int[] at = {0};
            stretch.forEach((moment, _, isAnonymous, _, voice, _) -> {
                while (moment >= starts[at[0] + 1]) {
                    at[0]++;
                }
                counts[at[0]]++;
                read++;
                if (!isAnonymous && someVoices.size() < ENOUGH_VOICES) {
                    someVoices.add(voice);
                }
                if (moment < end) {
                    likeMentions++;
                    if (!isAnonymous) {
                        voices.add(voice);
                    }
                }
            });
        }
        likeVoices += voices.size();
        pieces.add(new Piece(starts, counts));
    }

    private long[] starts(Instant from, Instant to) {
        List<Long> starts = new ArrayList<>();
        for (Instant start = from; start.isBefore(to); start = Interval.HOUR.next(start, question.zone())) {
            starts.add(start.toEpochMilli());
        }
        starts.add(to.toEpochMilli());
        return starts.stream().mapToLong(Long::longValue).toArray();
    }

    private Instant hourOf(Instant moment) {
        return Interval.HOUR.startOf(moment, question.zone());
    }

    /** Only whole ones: where a clock is put by half an hour, a shorter one is left out. */
    private PastHours hours() {
        Collections.reverse(pieces);
        int most = pieces.stream().mapToInt(piece -> piece.counts.length).sum();
        int[] slots = new int[most];
        long[] dates = new long[most];
        int[] counts = new int[most];
        int size = 0;
        for (Piece piece : pieces) {
            for (int i = 0; i < piece.counts.length; i++) {
                if (piece.starts[i + 1] - piece.starts[i] == HOUR) {
                    Instant start = Instant.ofEpochMilli(piece.starts[i]);
                    slots[size] = PastHours.slotOf(start, question.zone());
                    dates[size] = start.atZone(question.zone()).toLocalDate().toEpochDay();
                    counts[size++] = piece.counts[i];
                }
            }
        }
        return new PastHours(slots, dates, counts).first(size).withoutSilenceBefore();
    }
}
