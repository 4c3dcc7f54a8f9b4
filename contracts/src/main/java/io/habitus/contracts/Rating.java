package io.habitus.contracts;

/**
 * A rating as given: {@code value} of at most {@code max}, for example 2 of 5.
 *
 * @param value 0 to {@code max}
 * @param max greater than 0
 */
public record Rating(double value, double max) {}
