package io.habitus.persona.sample;

import io.habitus.persona.contribution.ShortIds;

/** A post of the sample. Its text is made when asked for: it is kept in fewer bytes than a string takes. */
public final class SampledPost {

    private final KeptPost kept;
    private final ShortIds.Post id;

    SampledPost(KeptPost kept, ShortIds.Post id) {
        this.kept = kept;
        this.id = id;
    }

    /** Who said it, 64 bits of the author's pseudonym in the project; never 0. */
    public long voice() {
        return kept.voice();
    }

    /** ISO 639-1 code of the language as recognised, or null if none was. */
    public String language() {
        return kept.language();
    }

    /** Title and text, a line each, as they may be shown: every handle is masked. A new string each time. */
    public String shownText() {
        return kept.text();
    }

    /** How many bytes {@link #shownText} has in UTF-8; never fewer than it has UTF-16 units. */
    public int size() {
        return kept.size();
    }

    /** The post's own time, in milliseconds since 1970, UTC. */
    public long at() {
        return kept.at();
    }

    /** 32 hexadecimal digits. */
    public String postId() {
        return id.hex();
    }
}
