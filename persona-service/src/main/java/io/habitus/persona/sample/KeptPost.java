package io.habitus.persona.sample;

import io.habitus.contracts.SampleEvent.Heard;
import io.habitus.persona.contribution.ShortIds;
import io.habitus.tagging.language.Languages;
import io.habitus.tagging.language.Recognised;
import java.nio.charset.StandardCharsets;

/**
 * A post in as few bytes as is easy: the text in UTF-8, the id outside of it.
 *
 * @param heard when it was first heard, in milliseconds since 1970
 * @param depth of its voice
 */
record KeptPost(long voice, long at, long heard, byte depth, String language, byte[] text) {

    /** Objects, references and the map's entry; found by counting fields. */
    private static final int OVERHEAD = 160;

    private static final Languages LANGUAGES = Languages.shipped();

    static KeptPost of(Heard post, int depth, long heard) {
        var shown = post.title() == null ? post.text() : post.title() + "\n" + post.text();
        return new KeptPost(
                ShortIds.voice(post.voice()),
                post.at().toEpochMilli(),
                heard,
                (byte) depth,
                recognised(LANGUAGES.of(shown, post.lang()).code()),
                shown.getBytes(StandardCharsets.UTF_8));
    }

    /** As analysis-service tags mentions; a text in no language that is known is not compared. */
    private static String recognised(String code) {
        return code.equals(Recognised.OTHER) || code.equals(Recognised.UNSURE) ? null : code;
    }

    /** About what it takes of the heap. */
    int bytes() {
        return OVERHEAD + text.length;
    }

    SampledPost shown(String postId) {
        return new SampledPost(voice, language, new String(text, StandardCharsets.UTF_8), at, postId);
    }
}
