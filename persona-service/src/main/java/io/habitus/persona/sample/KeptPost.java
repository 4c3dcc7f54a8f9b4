package io.habitus.persona.sample;

import io.habitus.contracts.SampleEvent.Heard;
import io.habitus.persona.contribution.ShortIds;
import io.habitus.tagging.language.Languages;
import io.habitus.tagging.language.Recognised;
import java.nio.charset.StandardCharsets;

/** A post in as few bytes as is easy: the text in UTF-8, the id outside of it. */
final class KeptPost {

    /** Objects, references and the map's entry; found by counting fields. */
    private static final int OVERHEAD = 168;

    private static final Languages LANGUAGES = Languages.shipped();

    private final long voice;
    private final long at;
    private final long heard;
    private final byte depth;
    private final String stated;
    private final byte[] text;

    // Recognised when first shown: while all of SAMPLE is read, at every start, nobody asks. Whoever is second to
    // recognise it finds the same.
    private volatile String language;

    private KeptPost(long voice, long at, long heard, byte depth, String stated, byte[] text) {
        this.voice = voice;
        this.at = at;
        this.heard = heard;
        this.depth = depth;
        this.stated = stated;
        this.text = text;
    }

    /** @param heard when it was first heard, in milliseconds since 1970 */
    static KeptPost of(Heard post, int depth, long heard) {
        var shown = post.title() == null ? post.text() : post.title() + "\n" + post.text();
        return new KeptPost(
                ShortIds.voice(post.voice()),
                post.at().toEpochMilli(),
                heard,
                (byte) depth,
                post.lang() == null ? null : post.lang().intern(),
                shown.getBytes(StandardCharsets.UTF_8));
    }

    /** Of its voice. */
    byte depth() {
        return depth;
    }

    /** When it was first heard, in milliseconds since 1970. */
    long heard() {
        return heard;
    }

    /** About what it takes of the heap. */
    int bytes() {
        return OVERHEAD + text.length;
    }

    long voice() {
        return voice;
    }

    long at() {
        return at;
    }

    String text() {
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Bytes of the text. */
    int size() {
        return text.length;
    }

    /** Null if it is none that is known. */
    String language() {
        var known = language;
        if (known == null) {
            known = LANGUAGES.of(text(), stated).code();
            language = known;
        }
        return compared(known);
    }

    /** As analysis-service tags mentions; a text in no language that is known is not compared. */
    private static String compared(String code) {
        return code.equals(Recognised.OTHER) || code.equals(Recognised.UNSURE) ? null : code;
    }
}
