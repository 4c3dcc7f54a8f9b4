package io.habitus.persona.words;

import java.util.Objects;

/**
 * One utterance, as far as its words matter.
 *
 * @param voice who said it; 0 is nobody known, and what nobody known says is left out
 * @param language ISO 639 code in lower case, or null where it is not known: such an utterance is left out
 * @param shownText the text as it may be shown, handles masked; quotes are cut from it
 * @param postId decides between equals, so that the order of the input never matters
 * @param at when it was said, in milliseconds since 1970, UTC
 */
public record Said(long voice, String language, String shownText, String postId, long at) {

    /** @throws NullPointerException without text or id */
    public Said {
        Objects.requireNonNull(shownText, "shownText");
        Objects.requireNonNull(postId, "postId");
    }
}
