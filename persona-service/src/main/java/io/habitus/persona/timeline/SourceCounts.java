package io.habitus.persona.timeline;

import io.habitus.contracts.LiveView.FromSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much came from each source. Not safe for several threads. */
public final class SourceCounts {

    private static final Comparator<FromSource> LOUDEST_FIRST = Comparator.comparingLong(SourceCounts::mentions)
            .reversed()
            .thenComparing(FromSource::source, Comparator.nullsLast(Comparator.naturalOrder()));

    private static final class Counts {
        private long posts;
        private long reposts;
    }

    private final Map<String, Counts> counts = new HashMap<>();

    /**
     * Counts mentions in or, with a number below 0, out.
     *
     * @param source null if it was not kept
     */
    public void count(String source, boolean repost, int mentions) {
        Counts of = counts.computeIfAbsent(source, _ -> new Counts());
        if (repost) {
            of.reposts += mentions;
        } else {
            of.posts += mentions;
        }
        if (of.posts == 0 && of.reposts == 0) {
            counts.remove(source);
        }
    }

    /** The loudest first, at most {@link FromSource#MOST}; what more there are, and what is not known, is one without a name. */
    public List<FromSource> sources() {
        List<FromSource> named = counts.entrySet().stream()
                .filter(entry -> entry.getKey() != null)
                .map(entry -> new FromSource(entry.getKey(), entry.getValue().posts, entry.getValue().reposts))
                .sorted(LOUDEST_FIRST)
                .toList();
        int shown = Math.min(named.size(), FromSource.MOST);
        Counts unknown = counts.getOrDefault(null, new Counts());
        long posts = unknown.posts;
        long reposts = unknown.reposts;
        for (FromSource other : named.subList(shown, named.size())) {
            posts += other.posts();
            reposts += other.reposts();
        }
        List<FromSource> sources = new ArrayList<>(named.subList(0, shown));
        if (posts + reposts > 0) {
            sources.add(new FromSource(null, posts, reposts));
        }
        return List.copyOf(sources);
    }

    private static long mentions(FromSource one) {
        return one.posts() + one.reposts();
    }
}
