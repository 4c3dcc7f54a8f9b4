package io.habitus.analysis.query;

import io.habitus.contracts.SourceType;
import java.util.List;

/**
 * What a post must say or be. Words are folded as the tokens of a post are ({@link io.habitus.tagging.Token#folded}), so
 * that meaning is equality of strings.
 */
public sealed interface Query {

    /** Some token of title or text is this one: a word, an emoji, the host of an address. */
    record Word(String token) implements Query {}

    /** These tokens stand one behind the other, in title or in text; at least two. */
    record Phrase(List<String> tokens) implements Query {}

    /** Some token of title or text begins so. */
    record Prefix(String start) implements Query {}

    /** Some token carries this mark: {@code #bahn} or {@code @db_bahn}. */
    record Mark(String mark) implements Query {}

    /** The post is in this language: a lower-case ISO 639 code. */
    record Lang(String code) implements Query {}

    /** The post comes from this source, in lower case. */
    record Source(String name) implements Query {}

    /** The post is of this kind. */
    record Type(SourceType type) implements Query {}

    /** All of these; at least two, none of them an {@code And}. */
    record And(List<Query> parts) implements Query {}

    /** One of these or more; at least two, none of them an {@code Or}. */
    record Or(List<Query> parts) implements Query {}

    /** Not this; never a {@code Not} again. */
    record Not(Query part) implements Query {}
}
