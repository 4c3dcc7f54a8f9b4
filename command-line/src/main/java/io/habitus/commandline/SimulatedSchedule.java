package io.habitus.commandline;

import io.habitus.simulator.Plan;
import io.habitus.simulator.Simulation;
import io.habitus.simulator.Simulation.Sent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;

/** Invented posts at a steady rate, one plan after the other if there is no end. */
final class SimulatedSchedule implements Schedule {

    private final LongFunction<Plan> plans;
    private long round;
    private Iterator<Sent> sending;
    private Sent next;
    private Instant handedOutUntil = Instant.MIN;

    /** @param plans for each round from 0, or null after the last one */
    SimulatedSchedule(LongFunction<Plan> plans) {
        this.plans = plans;
        sending = new Simulation(plans.apply(0)).sent().iterator();
    }

    /** So many posts a second from now on, for so long, in one plan. */
    static Plan once(Plan like, double rate, Instant start, Duration length) {
        double posts = Math.max(1, rate * length.toMillis() / 1e3);
        if (posts > Integer.MAX_VALUE / 2.0) {
            throw new CannotDo("These are too many posts for one simulation: lower --rate or shorten --for.");
        }
        return new Plan(
                        like.seed(),
                        (int) Math.round(posts),
                        start,
                        start.plus(length),
                        like.heardShare(),
                        like.disorder())
                .evenly();
    }

    /** Leaves out what was due before. */
    void skipTo(Instant since) {
        while (hasNext() && next.at().isBefore(since)) {
            next = null;
        }
    }

    /** When the last line that was taken was due; {@link Instant#MIN} before the first. */
    Instant handedOutUntil() {
        return handedOutUntil;
    }

    @Override
    public boolean hasNext() {
        while (next == null && sending != null) {
            if (sending.hasNext()) {
                next = sending.next();
                return true;
            }
            Plan plan = plans.apply(++round);
            sending = plan == null ? null : new Simulation(plan).sent().iterator();
        }
        return next != null;
    }

    @Override
    public Instant due() {
        hasNext();
        return next.at();
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        byte[] line = next.line().getBytes(StandardCharsets.UTF_8);
        handedOutUntil = next.at();
        next = null;
        return line;
    }
}
