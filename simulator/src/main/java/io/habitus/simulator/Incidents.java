package io.habitus.simulator;

import io.habitus.simulator.Dice.Aspect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When something happens: about every third day, never two things at once. */
final class Incidents {

    /** Posts an hour below which nobody could tell an incident from chance. */
    static final double LEAST_BASE = 20;

    private static final Duration EVERY = Duration.ofDays(3);
    private static final Duration SHORTEST = Duration.ofMinutes(20);
    private static final Duration LONGEST = Duration.ofMinutes(60);
    /** Of all posts; the rest is everyday talk. */
    private static final double MOST = .05;

    /** German, then English; none of them an ordinary word. */
    private static final String[][] CAUSES = {
        {"Kabelbruch", "cable break"},
        {"Stellwerksbrand", "signal box fire"},
        {"Serverpanne", "server meltdown"},
        {"Datenleck", "data leak"},
        {"Rückrufwelle", "product recall"},
        {"Tarifsprung", "tariff jump"},
        {"Blitzstreik", "flash strike"},
        {"Bombenfund", "unexploded bomb"},
        {"Wasserrohrbruch", "burst water main"},
        {"Doppelabbuchung", "double charge"},
        {"Kartensperre", "card lockout"},
        {"Bagger im Gleis", "digger on the tracks"},
    };

    private Incidents() {}

    static List<Incident> of(Plan plan) {
        var incidents = new ArrayList<Incident>();
        double hours = Duration.between(plan.from(), plan.to()).toMillis() / 3_600_000.0;
        double left = plan.posts() * MOST * (plan.heardShare() > 0 ? 1 : 0);
        long slots = Math.max(1, Duration.between(plan.from(), plan.to()).dividedBy(EVERY));
        long slot = Duration.between(plan.from(), plan.to()).toMillis() / slots;
        for (int i = 0; i < slots && slot > 3 * LONGEST.toMillis(); i++) {
            Dice dice = Dice.of(plan.seed(), Aspect.INCIDENT, i);
            int brand = Brands.WHICH.draw(dice);
            long length = between(dice, SHORTEST.toMillis(), LONGEST.toMillis());
            Instant start = plan.from()
                    .plusMillis(i * slot + between(dice, 0, slot - length))
                    .truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
            if (start.isBefore(plan.from())) {
                start = plan.from();
            }
            double factor = 2 + 3 * dice.fraction();
            double usual = plan.posts() / hours * plan.pace().loudness(start) * plan.heardShare() * Brands.share(brand);
            double base = Math.max(LEAST_BASE, usual);
            left -= (factor * base - usual) * length / 3_600_000.0;
            if (left < 0) {
                break;
            }
            incidents.add(new Incident(
                    incidents.size(),
                    Brands.watch(brand),
                    start,
                    Duration.ofMillis(length),
                    factor,
                    base,
                    usual,
                    List.of(dice.oneOf(CAUSES))));
        }
        return List.copyOf(incidents);
    }

    static String anyCause(Dice dice, String lang) {
        return dice.oneOf(CAUSES)[lang.equals("de") ? 0 : 1];
    }

    private static long between(Dice dice, long low, long high) {
        return low + (long) (dice.fraction() * (high - low));
    }
}
