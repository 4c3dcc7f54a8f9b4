package io.habitus.persona.sample;

/**
 * A post of the sample.
 *
 * @param voice who said it, 64 bits of the author's pseudonym in the project; never 0
 * @param language ISO 639-1 code of the language as recognised, or null if none was
 * @param shownText title and text, a line each, as they may be shown: every handle is masked
 * @param at the post's own time, in milliseconds since 1970, UTC
 * @param postId 32 hexadecimal digits
 */
public record SampledPost(long voice, String language, String shownText, long at, String postId) {}
