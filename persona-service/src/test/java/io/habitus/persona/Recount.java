package io.habitus.persona;

import io.habitus.contracts.LiveView.Bucket;
import io.habitus.contracts.LiveView.FromSource;
import io.habitus.contracts.LiveView.Piles;
import io.habitus.contracts.LiveView.Volume;
import io.habitus.contracts.Polarity.Pile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The same figures counted the simplest way there is: remember every mention, and count anew each time. */
public final class Recount {

    private final Map<String, Said> newest = new HashMap<>();

    /** Takes an event in; one that is old news changes nothing. */
    public void take(Said said) {
        newest.merge(said.key(), said, (known, now) -> now.sequence() > known.sequence() ? now : known);
    }

    /** All mentions a watch hears. */
    public List<Said> heardBy(String project, String watch) {
        return newest.values().stream()
                .filter(said -> said.project().equals(project) && said.watches().contains(watch))
                .toList();
    }

    /** The volume of a watch in [from, to). */
    public Volume volume(String project, String watch, Instant from, Instant to) {
        return volume(within(project, watch, from, to));
    }

    /** How all of it speaks. */
    public Piles piles(String project, String watch, Instant from, Instant to) {
        List<Said> all = within(project, watch, from, to);
        return new Piles(
                on(Pile.POSITIVE, all),
                on(Pile.NEUTRAL, all),
                on(Pile.NEGATIVE, all),
                on(Pile.UNSURE, all),
                on(null, all));
    }

    /** Where it was said: the twenty loudest by name, the others together. */
    public List<FromSource> sources(String project, String watch, Instant from, Instant to) {
        Map<String, List<Said>> bySource = new TreeMap<>();
        for (Said said : within(project, watch, from, to)) {
            bySource.computeIfAbsent(said.source(), _ -> new ArrayList<>()).add(said);
        }
        List<String> names = bySource.keySet().stream()
                .sorted((a, b) ->
                        Integer.compare(bySource.get(b).size(), bySource.get(a).size()))
                .toList();
        List<FromSource> sources = new ArrayList<>();
        List<Said> others = new ArrayList<>();
        for (String name : names) {
            if (sources.size() < 20) {
                sources.add(fromSource(name, bySource.get(name)));
            } else {
                others.addAll(bySource.get(name));
            }
        }
        if (!others.isEmpty()) {
            sources.add(fromSource(null, others));
        }
        return sources;
    }

    private static FromSource fromSource(String name, List<Said> all) {
        long reposts = all.stream().filter(Said::repost).count();
        return new FromSource(name, all.size() - reposts, reposts);
    }

    private static long on(Pile pile, List<Said> all) {
        return all.stream().filter(said -> said.pile() == pile).count();
    }

    /** Posts and what each says, with handles masked, where it says anything of its own and somebody known said it. */
    public Map<String, String> texts(String project, String watch, Instant from, Instant to) {
        Map<String, String> texts = new TreeMap<>();
        for (Said said : within(project, watch, from, to)) {
            if (!said.repost()
                    && said.author() != null
                    && said.text() != null
                    && !said.text().isBlank()) {
                texts.put(said.post(), said.text().replace("@anna", "@…"));
            }
        }
        return texts;
    }

    /** The same by bucket; {@code bucketOf} gives the start of the bucket of a moment. */
    public List<Bucket> series(
            String project, String watch, Instant from, Instant to, UnaryOperator<Instant> bucketOf) {
        NavigableMap<Instant, List<Said>> buckets = new TreeMap<>();
        for (Said said : within(project, watch, from, to)) {
            buckets.computeIfAbsent(bucketOf.apply(said.at()), _ -> new ArrayList<>())
                    .add(said);
        }
        return buckets.entrySet().stream()
                .map(bucket -> new Bucket(bucket.getKey(), volume(bucket.getValue())))
                .toList();
    }

    private List<Said> within(String project, String watch, Instant from, Instant to) {
        return heardBy(project, watch).stream()
                .filter(said -> !said.at().isBefore(from) && said.at().isBefore(to))
                .toList();
    }

    private static Volume volume(Collection<Said> all) {
        long reposts = all.stream().filter(Said::repost).count();
        long voices = all.stream()
                .map(Said::author)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        long anonymous = all.stream().filter(said -> said.author() == null).count();
        return new Volume(all.size() - reposts, reposts, voices, anonymous);
    }
}
