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
 * @param watches that hear it; none once it was withdrawn
 */
record Contribution(long sequence, long at, Utterance utterance, List<String> watches) {

    static Contribution of(MentionEvent event) {
        return switch (event) {
            case MentionEvent.Found found ->
                new Contribution(
                        found.sequence(),
                        found.at().toEpochMilli(),
                        Utterance.of(found.type(), found.author(), found.tags()),
                        found.watches().stream()
                                .map(MentionEvent.HeardBy::watch)
                                .distinct()
                                .toList());
            case MentionEvent.Withdrawn withdrawn ->
                new Contribution(
                        withdrawn.sequence(),
                        withdrawn.at().toEpochMilli(),
                        new Utterance(false, true, null, 0),
                        List.of());
        };
    }

    /** The same, heard by no watch. */
    Contribution withdrawn() {
        return new Contribution(sequence, at, utterance, List.of());
    }

    Entry entry() {
        return new Entry(at, utterance);
    }

    byte[] bytes() {
        List<byte[]> names = new ArrayList<>(watches.size());
        int size = Long.BYTES + Long.BYTES + utterance.size();
        for (String watch : watches) {
            byte[] name = watch.getBytes(StandardCharsets.UTF_8);
            names.add(name);
            size += Short.BYTES + name.length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).putLong(sequence).putLong(at);
        utterance.write(out);
        for (byte[] name : names) {
            out.putShort((short) name.length).put(name);
        }
        return out.array();
    }

    static Contribution read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long sequence = in.getLong();
        long at = in.getLong();
        Utterance utterance = Utterance.read(in);
        List<String> watches = new ArrayList<>(4);
        while (in.hasRemaining()) {
            byte[] name = new byte[Short.toUnsignedInt(in.getShort())];
            in.get(name);
            watches.add(new String(name, StandardCharsets.UTF_8));
        }
        return new Contribution(sequence, at, utterance, watches);
    }
}
