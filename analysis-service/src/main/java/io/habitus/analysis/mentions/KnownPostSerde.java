package io.habitus.analysis.mentions;

import io.habitus.analysis.mentions.KnownPost.Standing;
import io.habitus.contracts.Engagement;
import io.habitus.contracts.MentionEvent.HeardBy;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.ByteUtils;
import org.apache.kafka.common.utils.Bytes;

/**
 * {@link KnownPost} in as few bytes as is easy: about 40 for a post nobody hears. Starts with the version of the
 * format; a later version must still read this one, for the store outlives the program.
 */
final class KnownPostSerde implements Serde<KnownPost> {

    private static final int VERSION = 1;

    private static final int TIME_DOUBTED = 1;
    private static final int HAS_TIMES = 2;
    private static final int HAS_ENGAGEMENT = 4;
    private static final int HAS_AUTHOR = 8;
    private static final int HAS_KEPT = 16;
    /** At the very end. A program from before samples ignores it; it never set it. */
    private static final int HAS_SAMPLES = 32;

    private static final Standing[] STANDINGS = Standing.values();

    @Override
    public Serializer<KnownPost> serializer() {
        return (topic, post) -> post == null ? null : write(post);
    }

    @Override
    public Deserializer<KnownPost> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(bytes);
    }

    static byte[] write(KnownPost post) {
        var out = new Writer(64 + (post.kept() == null ? 0 : post.kept().get().length));
        out.number(VERSION);
        out.number(post.standing().ordinal());
        out.number((post.timeDoubted() ? TIME_DOUBTED : 0)
                | (post.at() != null ? HAS_TIMES : 0)
                | (post.measuredAt() != null ? HAS_ENGAGEMENT : 0)
                | (post.author() != null ? HAS_AUTHOR : 0)
                | (post.kept() != null ? HAS_KEPT : 0)
                | (post.samples().isEmpty() ? 0 : HAS_SAMPLES));
        out.number(post.revision());
        out.number(post.digests().size());
        post.digests().forEach(out::fixed);
        out.number(post.sequence());
        if (post.at() != null) {
            out.instant(post.at());
            out.instant(post.added());
        }
        if (post.measuredAt() != null) {
            out.instant(post.measuredAt());
            out.engagement(post.engagement());
        }
        if (post.author() != null) {
            out.text(post.author());
        }
        if (post.kept() != null) {
            out.bytes(post.kept().get());
        }
        out.number(post.shown().size());
        post.shown().forEach((project, watches) -> {
            out.text(project);
            out.number(watches.size());
            watches.forEach(watch -> {
                out.text(watch.watch());
                out.number(watch.version());
            });
        });
        if (!post.samples().isEmpty()) {
            out.number(post.samples().size());
            post.samples().forEach(out::text);
        }
        return out.done();
    }

    static KnownPost read(byte[] bytes) {
        var in = new Reader(ByteBuffer.wrap(bytes));
        var version = in.number();
        if (version != VERSION) {
            throw new SerializationException("a known post of version " + version + " cannot be read by this program");
        }
        var standing = STANDINGS[(int) in.number()];
        var has = (int) in.number();
        var revision = in.number();
        var digests = in.digests();
        var sequence = in.number();
        var at = (has & HAS_TIMES) == 0 ? null : in.instant();
        var added = (has & HAS_TIMES) == 0 ? null : in.instant();
        var measuredAt = (has & HAS_ENGAGEMENT) == 0 ? null : in.instant();
        var engagement = (has & HAS_ENGAGEMENT) == 0 ? null : in.engagement();
        var author = (has & HAS_AUTHOR) == 0 ? null : in.text();
        var kept = (has & HAS_KEPT) == 0 ? null : Bytes.wrap(in.bytes());
        return new KnownPost(
                standing,
                revision,
                digests,
                at,
                added,
                (has & TIME_DOUBTED) != 0,
                sequence,
                engagement,
                measuredAt,
                author,
                kept,
                in.shown(),
                (has & HAS_SAMPLES) == 0 ? new TreeSet<>() : in.samples());
    }

    private static final class Writer {

        private final ByteArrayOutputStream out;
        private final ByteBuffer scratch = ByteBuffer.allocate(10);

        Writer(int expectedSize) {
            out = new ByteArrayOutputStream(expectedSize);
        }

        void number(long value) {
            scratch.clear();
            ByteUtils.writeVarlong(value, scratch);
            out.write(scratch.array(), 0, scratch.position());
        }

        void fixed(long value) {
            scratch.clear();
            scratch.putLong(value);
            out.write(scratch.array(), 0, Long.BYTES);
        }

        void instant(Instant instant) {
            number(instant.getEpochSecond());
            number(instant.getNano());
        }

        /** Counts are 0 or more, so -1 says that there is none; null as a whole is four times none and one more. */
        void engagement(Engagement engagement) {
            number(engagement == null ? 0 : 1);
            if (engagement != null) {
                count(engagement.likes());
                count(engagement.replies());
                count(engagement.reposts());
                count(engagement.views());
            }
        }

        private void count(Long count) {
            number(count == null ? -1 : count);
        }

        void text(String text) {
            bytes(text.getBytes(StandardCharsets.UTF_8));
        }

        void bytes(byte[] bytes) {
            number(bytes.length);
            out.write(bytes, 0, bytes.length);
        }

        byte[] done() {
            return out.toByteArray();
        }
    }

    private record Reader(ByteBuffer in) {

        long number() {
            return ByteUtils.readVarlong(in);
        }

        List<Long> digests() {
            var count = (int) number();
            if (count == 1) {
                return List.of(in.getLong());
            }
            var digests = new ArrayList<Long>(count);
            for (var i = 0; i < count; i++) {
                digests.add(in.getLong());
            }
            return List.copyOf(digests);
        }

        Instant instant() {
            return Instant.ofEpochSecond(number(), number());
        }

        Engagement engagement() {
            return number() == 0 ? null : new Engagement(count(), count(), count(), count());
        }

        private Long count() {
            var count = number();
            return count < 0 ? null : (Long) count;
        }

        String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        byte[] bytes() {
            var bytes = new byte[(int) number()];
            in.get(bytes);
            return bytes;
        }

        SortedMap<String, List<HeardBy>> shown() {
            var shown = new TreeMap<String, List<HeardBy>>();
            var projects = number();
            for (var i = 0; i < projects; i++) {
                shown.put(text(), watches());
            }
            return shown;
        }

        SortedSet<String> samples() {
            var samples = new TreeSet<String>();
            var count = number();
            for (var i = 0; i < count; i++) {
                samples.add(text());
            }
            return samples;
        }

        private List<HeardBy> watches() {
            var count = (int) number();
            var watches = new ArrayList<HeardBy>(count);
            for (var i = 0; i < count; i++) {
                watches.add(new HeardBy(text(), number()));
            }
            return List.copyOf(watches);
        }
    }
}
