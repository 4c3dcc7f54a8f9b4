package io.habitus.endtoend.recount;

/**
 * A token as the sheet describes it.
 *
 * @param value normalised
 * @param mark {@code #value}, {@code @value} or null
 */
record Piece(String value, String mark) {}
