package io.habitus.persona.sample;

import io.habitus.contracts.SampleEvent.Heard;
import io.habitus.persona.contribution.ShortIds;
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

    /** About what it takes of the heap. */
    int bytes() {
        return OVERHEAD + text.length;
    }

    SampledPost shown(String postId) {
        return new SampledPost(voice, language, new String(text, StandardCharsets.UTF_8), at, postId);
    }
}
