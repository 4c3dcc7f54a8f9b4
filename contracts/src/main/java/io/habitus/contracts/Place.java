package io.habitus.contracts;

/**
 * Where a post says it is from, as stated by its source; nothing is guessed.
 *
 * @param country ISO 3166-1 alpha-2 in upper case, or null
 * @param region as stated, or null
 * @param city as stated, or null
 */
public record Place(String country, String region, String city) {}
