package io.habitus.commandline;

import java.io.IOException;
import java.util.function.DoubleSupplier;
import tools.jackson.databind.JsonNode;

/**
 * Sends chunks, one after the other: what is said about one post must arrive in order. A chunk is settled when the door
 * has answered, which it does only when the broker holds everything; only then the place is noted. A chunk whose answer
 * got lost is sent again, which changes nothing.
 */
final class ImportRun {

    private final Delivery delivery;
    private final Goal goal;
    private final Chunks chunks;
    private final Tally tally;
    private final RefusedLines refused;
    private final Progress progress;
    private final DoubleSupplier share;

    /**
     * @param share of the file that was read so far, 0 to 1, negative if unknown
     */
    ImportRun(
            Door door,
            Goal goal,
            Chunks chunks,
            Tally tally,
            RefusedLines refused,
            Progress progress,
            DoubleSupplier share) {
        this.delivery = new Delivery(door, progress, () -> false);
        this.goal = goal;
        this.chunks = chunks;
        this.tally = tally;
        this.refused = refused;
        this.progress = progress;
        this.share = share;
    }

    /**
     * Where lines go.
     *
     * @param path of the import
     * @param source of lines that name none, or null
     */
    record Goal(String path, String source) {
        String at(long firstLine) {
            return path + "?firstLine=" + firstLine + (source == null ? "" : "&source=" + Connection.segment(source));
        }
    }

    /** What to do when everything up to here is settled. */
    interface Settled {
        void upTo(long offset);
    }

    /** Sends everything that is left. */
    void toTheEnd(Settled settled) throws IOException {
        for (Chunks.Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            JsonNode answer = delivery.answered(goal.at(chunk.firstLine()), chunk);
            tally.settled(chunk, answer);
            refused.add(chunk, answer.path("refused"));
            settled.upTo(chunk.end());
            progress.at(tally, share.getAsDouble());
        }
    }
}
