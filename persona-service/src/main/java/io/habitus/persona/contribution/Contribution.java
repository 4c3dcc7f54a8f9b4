package io.habitus.persona.contribution;

import io.habitus.contracts.MentionEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a mention last said to the timelines of its watches.
 *
 * @param sequence of the event that said so; an event with this or a lower one is old news
 * @param at the post's own time, milliseconds since 1970
 * @param text {@link Text#digest} of what it says
 * @param watches that hear it; none once it was withdrawn
 */
record Contribution(long sequence, long at, Utterance utterance, long text, List<String> watches) {

    /** The first byte of what is kept; 0 was the highest byte of a sequence, when there were no texts. */
    private static final byte WITH_TEXT = 1;

    static Contribution of(MentionEvent event) {
        return switch (event) {
            case MentionEvent.Found found ->
                new Contribution(
                        found.sequence(),
                        found.at().toEpochMilli(),
                        Utterance.of(found.type(), found.author(), found.tags(), found.source()),
                        Text.of(found).digest(),
                        found.watches().stream()
                                .map(MentionEvent.HeardBy::watch)
                                .distinct()
                                .toList());
            case MentionEvent.Withdrawn withdrawn ->
                new Contribution(
                        withdrawn.sequence(),
                        withdrawn.at().toEpochMilli(),
                        new Utterance(false, true, null, 0, null),
                        0,
                        List.of());
        };
    }

    /** The same, heard by no watch. */
    Contribution withdrawn() {
        return new Contribution(sequence, at, utterance, text, List.of());
    }

    Entry entry() {
        return new Entry(at, utterance);
    }

    byte[] bytes() {
        List<byte[]> names = new ArrayList<>(watches.size());
        int size = 1 + Long.BYTES + Long.BYTES + Long.BYTES + utterance.size();
        for (String watch : watches) {
            byte[] name = watch.getBytes(StandardCharsets.UTF_8);
            names.add(name);
            size += Short.BYTES + name.length;
        }
        ByteBuffer out = ByteBuffer.allocate(size)
                .put(WITH_TEXT)
                .putLong(sequence)
                .putLong(text)
                .putLong(at);
        utterance.write(out);
        for (byte[] name : names) {
            out.putShort((short) name.length).put(name);
        }
        return out.array();
    }

    static Contribution read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        boolean withText = bytes[0] == WITH_TEXT;
        if (withText) {
            in.get();
        }
        long sequence = in.getLong();
        long text = withText ? in.getLong() : 0;
        long at = in.getLong();
        Utterance utterance = Utterance.read(in);
        List<String> watches = new ArrayList<>(4);
        while (in.hasRemaining()) {
            byte[] name = new byte[Short.toUnsignedInt(in.getShort())];
            in.get(name);
            watches.add(new String(name, StandardCharsets.UTF_8));
        }
        return new Contribution(sequence, at, utterance, text, watches);
    }
}
