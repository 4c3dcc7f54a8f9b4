package io.habitus.tagging.language;

/**
 * The language of one text.
 *
 * @param code {@code de}, {@code en}, {@link #OTHER} or {@link #UNSURE}
 * @param confidence 0 to 1: how likely it is this one; of {@link #UNSURE}, how likely the likeliest would be
 */
public record Recognised(String code, double confidence) {

    /** A language that no model speaks. */
    public static final String OTHER = "other";

    /** Not to be told, or without words (ISO 639-2). */
    public static final String UNSURE = "und";
}
