package io.habitus.persona.words;

/**
 * Some whole words of a shown text, unchanged: of one line of it, and without a handle.
 *
 * @param postId whose shown text it is
 * @param text exactly {@code shownText.substring(start, end)}
 * @param start in UTF-16 units
 * @param end behind the last, in UTF-16 units
 * @param startByte in bytes of the shown text in UTF-8, where half of a surrogate pair counts as the one byte that Java
 *     writes for it
 * @param endByte behind the last, in bytes
 */
public record Quote(String postId, String text, int start, int end, int startByte, int endByte) {}
