package io.habitus.simulator;

import io.habitus.simulator.Dice.Aspect;
import io.habitus.simulator.Fates.Fate;
import io.habitus.simulator.Fates.Line;
import io.habitus.simulator.Fates.Turn;
import io.habitus.simulator.SimulatedPost.Figures;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
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
        var draft = drafts.draft(number);
        Fate fate = fates.of(number, draft.kind().editable);
        Utterance utterance = fate.edited() ? drafts.edited(draft) : draft.utterance();
        return new SimulatedPost(
                number,
                drafts.id(number),
                draft.kind().type,
                draft.at(),
                utterance.lang(),
                draft.voice() == null ? null : draft.voice().id(),
                draft.thread(),
                draft.parent(),
                draft.repostOf(),
                draft.quoteOf(),
                fate.edited(),
                fate.deleted(),
                drafts.shown(draft, utterance, fate.edited()),
                SimulatedWatches.hearing(utterance),
                fate.measured() ? drafts.figures(number, 1) : draft.figures());
    }

    private String line(int number, Line line) {
        return switch (line) {
            case DELETE -> Lines.delete(drafts.id(number));
            case MEASURE -> Lines.measure(drafts.id(number), drafts.figures(number, 1));
            case CREATE -> {
                var draft = drafts.draft(number);
                Fate fate = fates.of(number, draft.kind().editable);
                yield Lines.published(content(
                        draft,
                        draft.utterance(),
                        false,
                        fate.numbered() ? 1 : 0,
                        fate.measured() ? null : draft.figures()));
            }
            case UPDATE -> {
                var draft = drafts.draft(number);
                Fate fate = fates.of(number, draft.kind().editable);
                yield Lines.published(content(draft, drafts.edited(draft), true, fate.numbered() ? 2 : 0, null));
            }
        };
    }

    private Lines.Content content(
            Drafts.Draft draft, Utterance utterance, boolean update, int revision, Figures figures) {
        Dice extras = drafts.dice(Aspect.FIGURES, draft.number());
        return new Lines.Content(
                drafts.id(draft.number()),
                update,
                revision,
                draft.kind().type,
                draft.at(),
                utterance.lang(),
                drafts.shown(draft, utterance, update),
                draft.voice(),
                draft.thread(),
                draft.parent(),
                draft.repostOf(),
                draft.quoteOf(),
                draft.kind() == Drafts.Kind.REVIEW ? 1 + extras.below(5) : null,
                extras.chance(.1) ? (utterance.lang().equals("de") ? "DE" : "GB") : null,
                figures);
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
    private final class Sending implements Iterator<String> {

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
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Waiting next = waiting.remove();
            return line(next.post, next.line);
        }

        private void schedule(int number) {
            for (Turn turn : fates.of(number, drafts.kind(number).editable).turns()) {
                waiting.add(new Waiting(number + turn.after(), order++, number, turn.line()));
            }
        }
    }
}
