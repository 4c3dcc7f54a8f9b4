package io.habitus.training;

import io.habitus.tagging.features.Features;
import io.habitus.tagging.linear.Lexicon;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * What a model sees of one text.
 *
 * @param buckets ascending
 * @param counts how often each
 * @param said figures of the lexicon; empty without one
 */
record Looked(int[] buckets, int[] counts, float[] said, int label) {

    static Looked at(Labelled text, BiConsumer<String, Features> looking, Features room, Lexicon lexicon) {
        looking.accept(text.text(), room);
        var packed = new long[room.size()];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (long) room.bucket(i) << Integer.SIZE | room.count(i);
        }
        Arrays.sort(packed);
        var buckets = new int[packed.length];
        var counts = new int[packed.length];
        for (int i = 0; i < packed.length; i++) {
            buckets[i] = (int) (packed[i] >> Integer.SIZE);
            counts[i] = (int) packed[i];
        }
        var said = new float[lexicon == null ? 0 : Lexicon.SAID];
        if (lexicon != null) {
            lexicon.say(room, said);
        }
        return new Looked(buckets, counts, said, text.label());
    }
}
