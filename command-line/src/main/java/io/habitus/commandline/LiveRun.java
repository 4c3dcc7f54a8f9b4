package io.habitus.commandline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * Sends lines when they are due. The schedule does not wait for answers: while one request is under way the next lines
 * fall due, and go out together in the next one. What goes out late is counted.
 */
final class LiveRun {

    private static final Duration LATE = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);
    private static final int MOST_BYTES = 3 << 20;
    /** So long after the last line was due a door that is away is still waited for. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    /** Notes what was refused. */
    interface Refusals {
        void add(Chunks.Chunk chunk, JsonNode refused);
    }

    private final ImportRun.Goal goal;
    private final Schedule schedule;
    private final Refusals refusals;
    private final Progress progress;
    private final Delivery delivery;
    private final Instant end;
    private final Tally tally = new Tally();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Duration lag = Duration.ZERO;
    private Duration longestLag = Duration.ZERO;
    private long late;

    /** @param end when the last line is due; far away if nobody knows */
    LiveRun(Door door, ImportRun.Goal goal, Schedule schedule, Instant end, Refusals refusals, Progress progress) {
        this.goal = goal;
        this.schedule = schedule;
        this.end = end;
        this.refusals = refusals;
        this.progress = progress;
        delivery = new Delivery(door, progress, this::isGivenUp);
    }

    /** Sends until there is nothing left, or somebody stops it; what is under way is settled first. */
    void run() throws IOException {
        while (!isStopped() && schedule.hasNext()) {
            Duration early = Duration.between(Instant.now(), schedule.due());
            if (early.isPositive()) {
                rest(early);
                continue;
            }
            send();
        }
    }

    /** Ends {@link #run} soon, from another thread. */
    void stop() {
        stopped.countDown();
    }

    Tally tally() {
        return tally;
    }

    /** Lines that went out more than a second after they were due. */
    long late() {
        return late;
    }

    /** How late a line went out at most. */
    Duration longestLag() {
        return longestLag;
    }

    private void send() throws IOException {
        Instant first = schedule.due();
        var bytes = new ByteArrayOutputStream(1 << 16);
        int spoken = 0;
        Instant now = Instant.now();
        while (spoken < Chunks.MOST_LINES && bytes.size() < MOST_BYTES && schedule.hasNext()) {
            Duration overdue = Duration.between(schedule.due(), now);
            if (overdue.isNegative()) {
                break;
            }
            late += overdue.compareTo(LATE) > 0 ? 1 : 0;
            bytes.writeBytes(schedule.next());
            bytes.write('\n');
            spoken++;
        }
        long from = tally.lines() + 1;
        var chunk = new Chunks.Chunk(bytes.toByteArray(), bytes.size(), from, from + spoken - 1, spoken, 0);
        lag = Duration.between(first, now);
        longestLag = lag.compareTo(longestLag) > 0 ? lag : longestLag;
        JsonNode answer = delivery.answered(goal.at(from), chunk);
        tally.settled(chunk, answer);
        refusals.add(chunk, answer.path("refused"));
        progress.live(tally, lag, late);
    }

    private boolean isGivenUp() {
        return isStopped() || Instant.now().isAfter(end.plus(GRACE));
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void rest(Duration pause) {
        try {
            // A pause of centuries has more nanoseconds than a number holds.
            Duration rest = pause.compareTo(LONGEST_REST) < 0 ? pause : LONGEST_REST;
            stopped.await(rest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotDo("Interrupted.", interrupted);
        }
    }
}
