package io.habitus.persona.words;

import java.util.HashSet;
import java.util.Set;

/**
 * Words by which something is named.
 *
 * @param words folded
 * @param beginnings folded; whatever begins so names it, too
 */
public record Naming(Set<String> words, Set<String> beginnings) {

    /** Nothing is named. */
    public static final Naming NOTHING = new Naming(Set.of(), Set.of());

    public Naming {
        words = Set.copyOf(words);
        beginnings = Set.copyOf(beginnings);
    }

    /** Whether something may be named by both. */
    public boolean overlaps(Naming other) {
        return words.stream().anyMatch(other::isNamedBy)
                || other.words.stream().anyMatch(this::isNamedBy)
                || beginnings.stream().anyMatch(one -> other.beginnings.stream()
                        .anyMatch(it -> one.startsWith(it) || it.startsWith(one)));
    }

    /** By either. */
    public Naming and(Naming other) {
        Set<String> bothWords = new HashSet<>(words);
        bothWords.addAll(other.words);
        Set<String> bothBeginnings = new HashSet<>(beginnings);
        bothBeginnings.addAll(other.beginnings);
        return new Naming(bothWords, bothBeginnings);
    }

    /** Whether this folded word is one of them. */
    public boolean isNamedBy(String folded) {
        return words.contains(folded) || beginnings.stream().anyMatch(folded::startsWith);
    }
}
