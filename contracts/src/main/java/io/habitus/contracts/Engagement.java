package io.habitus.contracts;

/**
 * How often a post was liked, answered, carried on and seen, as last counted by its source. Null where the source says
 * nothing; otherwise 0 or more.
 */
public record Engagement(Long likes, Long replies, Long reposts, Long views) {}
