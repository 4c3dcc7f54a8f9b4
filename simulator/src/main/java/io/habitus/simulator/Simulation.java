package io.habitus.simulator;

import io.habitus.simulator.Dice.Aspect;
import io.habitus.simulator.Drafts.Draft;
import io.habitus.simulator.Fates.Fate;
import io.habitus.simulator.Fates.Line;
import io.habitus.simulator.Fates.Turn;
import io.habitus.simulator.SimulatedPost.Figures;
import io.habitus.simulator.SimulatedPost.Planted;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Invented posts in German and English. The same {@link Plan} gives the same lines and the same truth, always.
 *
 * <p>Immutable; each call of {@link #lines()} and {@link #posts()} starts anew.
 */
public final class Simulation {

    /** The source all simulated posts name, so that nobody takes them for real ones. */
    public static final String SOURCE = "simulated";

    private final Plan plan;
    private final Drafts drafts;
    private final Fates fates;

    public Simulation(Plan plan) {
        this.plan = plan;
        drafts = new Drafts(plan);
        fates = new Fates(plan.seed(), plan.posts(), plan.disorder());
    }

    public Plan plan() {
        return plan;
    }

    /** The lines to import, without line ends, in the order in which the source sends them. */
    public Stream<String> lines() {
        return sent().map(Sent::line);
    }

    /**
     * A line, and when the source sends it.
     *
     * @param at UTC; never before the line before it
     */
    public record Sent(Instant at, String line) {}

    /** The {@link #lines()} with their moments, for who sends them live. */
    public Stream<Sent> sent() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Sending(), 0), false);
    }

    /**
     * Writes the {@link #lines()}, UTF-8, each with a line feed.
     *
     * @return how many
     */
    public long writeLines(OutputStream out) throws IOException {
        return write(lines(), out);
    }

    /** The truth about every post, in the order in which they were written. */
    public Stream<SimulatedPost> posts() {
        return IntStream.range(0, plan.posts()).mapToObj(this::post);
    }

    /**
     * Writes the truth about every {@link #posts() post}, one JSON object a line.
     *
     * @return how many
     */
    public long writeTruth(OutputStream out) throws IOException {
        return write(posts().map(Lines::truth), out);
    }

    /**
     * The truth about one post.
     *
     * @param number from 0, less than {@link Plan#posts}
     */
    public SimulatedPost post(int number) {
        var first = drafts.draft(number);
        Fate fate = fates.of(number, first.kind().editable);
        var draft = fate.edited() ? drafts.edited(first) : first;
        Utterance utterance = draft.text().utterance();
        return new SimulatedPost(
                number,
                drafts.id(number),
                draft.kind().type,
                draft.at(),
                fates.stated(number, draft.at()),
                utterance.lang(),
                draft.voice() == null ? null : draft.voice().id(),
                draft.thread(),
                draft.parent(),
                draft.repostOf(),
                draft.quoteOf(),
                fate.edited(),
                fate.deleted(),
                drafts.shown(draft, fate.edited()),
                SimulatedWatches.hearing(utterance),
                fate.measured() ? drafts.figures(number, 1) : draft.figures(),
                planted(draft));
    }

    private static Planted planted(Draft draft) {
        Matter matter = draft.matter();
        var opinions = new LinkedHashMap<String, Polarity>();
        matter.opinions().forEach(one -> opinions.put(Brands.watch(one.brand()), one.polarity()));
        Persona persona = draft.voice() == null ? Persona.NOBODY : draft.voice().personaAbout(matter.topic());
        return new Planted(
                persona.number() < 0 ? null : persona.name(),
                matter.deed(),
                opinions,
                draft.text().ownWords(),
                matter.incident() == null ? -1 : matter.incident().number());
    }

    /** All own words planted, whether or not anybody used them. */
    public List<OwnWord> ownWords() {
        return drafts.ownWords();
    }

    /** What happened, in the order of time. */
    public List<Incident> incidents() {
        return drafts.incidents();
    }

    /** Everybody there is; a few never say a word. */
    public Stream<SimulatedVoice> voices() {
        Voices voices = drafts.voices();
        return IntStream.range(0, voices.count()).mapToObj(number -> SimulatedVoice.of(voices, voices.voice(number)));
    }

    /** The questions and what became of them, in the order in which they were asked. */
    public Stream<SimulatedThread> threads() {
        return IntStream.range(0, plan.posts())
                .mapToObj(number -> drafts.thread(number, fates))
                .filter(Objects::nonNull);
    }

    /**
     * Writes what was planted beyond single posts, one JSON object a line, each with its {@code kind}. Goes through all
     * posts to count who used which own word.
     *
     * @return how many lines
     */
    public long writePlanted(OutputStream out) throws IOException {
        return write(PlantedLines.of(this), out);
    }

    private String line(int number, Line line) {
        return switch (line) {
            case DELETE -> Lines.delete(drafts.id(number));
            case MEASURE -> Lines.measure(drafts.id(number), drafts.figures(number, 1));
            case CREATE -> {
                var draft = drafts.draft(number);
                Fate fate = fates.of(number, draft.kind().editable);
                yield Lines.published(
                        content(draft, false, fate.numbered() ? 1 : 0, fate.measured() ? null : draft.figures()));
            }
            case UPDATE -> {
                var draft = drafts.edited(drafts.draft(number));
                Fate fate = fates.of(number, draft.kind().editable);
                yield Lines.published(content(draft, true, fate.numbered() ? 2 : 0, null));
            }
        };
    }

    private Lines.Content content(Draft draft, boolean update, int revision, Figures figures) {
        Dice extras = drafts.dice(Aspect.FIGURES, draft.number());
        int stars = stars(draft.matter(), extras);
        String lang = draft.text().utterance().lang();
        return new Lines.Content(
                drafts.id(draft.number()),
                update,
                revision,
                draft.kind().type,
                fates.stated(draft.number(), draft.at()),
                lang,
                drafts.shown(draft, update),
                draft.voice(),
                draft.thread(),
                draft.parent(),
                draft.repostOf(),
                draft.quoteOf(),
                draft.kind() == Drafts.Kind.REVIEW ? stars : null,
                extras.chance(.1) ? (lang.equals("de") ? "DE" : "GB") : null,
                figures);
    }

    /** 1 to 5. */
    private static int stars(Matter matter, Dice dice) {
        if (matter.opinions().isEmpty()) {
            return 1 + dice.below(5);
        }
        return switch (matter.opinions().getFirst().polarity()) {
            case NEGATIVE -> 1 + dice.below(2);
            case NEUTRAL -> 2 + dice.below(3);
            case POSITIVE -> 4 + dice.below(2);
        };
    }

    private static long write(Stream<String> lines, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        long count = 0;
        for (String line : (Iterable<String>) lines::iterator) {
            writer.write(line);
            writer.write('\n');
            count++;
        }
        writer.flush();
        return count;
    }

    /** The lines in their order: each post's turn comes with its number, what happens to it waits in a small queue. */
    private final class Sending implements Iterator<Sent> {

        private record Waiting(int turn, long order, int post, Line line) implements Comparable<Waiting> {
            @Override
            public int compareTo(Waiting other) {
                int byTurn = Integer.compare(turn, other.turn);
                return byTurn != 0 ? byTurn : Long.compare(order, other.order);
            }
        }

        private final PriorityQueue<Waiting> waiting = new PriorityQueue<>();
        private int written;
        private long order;

        @Override
        public boolean hasNext() {
            while (written < plan.posts() && (waiting.isEmpty() || waiting.peek().turn >= written)) {
                schedule(written++);
            }
            return !waiting.isEmpty();
        }

        @Override
        public Sent next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Waiting next = waiting.remove();
            return new Sent(drafts.at(Math.min(next.turn, plan.posts() - 1)), line(next.post, next.line));
        }

        private void schedule(int number) {
            for (Turn turn : fates.of(number, drafts.kind(number).editable).turns()) {
                waiting.add(new Waiting(number + turn.after(), order++, number, turn.line()));
            }
        }
    }
}
