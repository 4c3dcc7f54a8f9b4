package io.habitus.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** When people talk: by the hour of the week, and more while something happens. */
final class Rhythm {

    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final long to;
    private final long[] starts;
    private final double[] saidBefore;
    /** In each piece: which incident, or -1, and what share of what is said is its. */
    private final int[] incident;

    private final double[] incidentShare;

    /**
     * A moment, and what is going on.
     *
     * @param incident its number, or -1
     * @param share of all that is said then, that is about the incident; 0 if there is none
     */
    record Moment(Instant at, int incident, double share) {}

    Rhythm(Plan plan, List<Incident> incidents) {
        if (!plan.from().isBefore(plan.to())) {
            throw new IllegalArgumentException("the range is empty: from " + plan.from() + " to " + plan.to());
        }
        to = plan.to().toEpochMilli();
        starts = cuts(plan, incidents);
        saidBefore = new double[starts.length + 1];
        incident = new int[starts.length];
        incidentShare = new double[starts.length];
        Arrays.fill(incident, -1);
        for (Incident one : incidents) {
            int first = Arrays.binarySearch(starts, one.start().toEpochMilli());
            for (int i = first; i < starts.length && starts[i] < one.end().toEpochMilli(); i++) {
                incident[i] = one.number();
            }
        }
        double perHour = plan.posts() * (double) HOUR / (to - plan.from().toEpochMilli());
        for (int i = 0; i < starts.length; i++) {
            double usual = perHour * plan.pace().loudness(Instant.ofEpochMilli(starts[i]));
            double said = usual;
            if (incident[i] >= 0) {
                Incident now = incidents.get(incident[i]);
                double extra = now.factor() * now.base() - now.usual();
                if (plan.pace() == Pace.EVEN) {
                    // Of what it displaces, a part was about the same brand.
                    incidentShare[i] = Math.min(.9, extra / (usual - now.usual()));
                } else {
                    said = usual + extra;
                    incidentShare[i] = extra / said;
                }
            }
            saidBefore[i + 1] = saidBefore[i] + said * (end(i) - starts[i]);
        }
    }

    /** The moment before which this share (0 to 1, 1 excluded) of everything was said; grows with the share. */
    Moment at(double share) {
        double said = share * saidBefore[starts.length];
        int piece = pieceHolding(said);
        double inside = (said - saidBefore[piece]) / (saidBefore[piece + 1] - saidBefore[piece]);
        long time = Math.min(starts[piece] + (long) (inside * (end(piece) - starts[piece])), to - 1);
        return new Moment(Instant.ofEpochMilli(time), incident[piece], incidentShare[piece]);
    }

    private long end(int piece) {
        return piece + 1 < starts.length ? starts[piece + 1] : to;
    }

    private int pieceHolding(double said) {
        int found = Arrays.binarySearch(saidBefore, said);
        return Math.clamp(found >= 0 ? found : -found - 2, 0, starts.length - 1);
    }

    /** The full hours, and where an incident begins or ends. */
    private static long[] cuts(Plan plan, List<Incident> incidents) {
        long from = plan.from().toEpochMilli();
        long end = plan.to().toEpochMilli();
        var cuts = new TreeSet<Long>();
        cuts.add(from);
        for (long hour = Math.floorDiv(from, HOUR) * HOUR + HOUR; hour < end; hour += HOUR) {
            cuts.add(hour);
        }
        for (Incident one : incidents) {
            cuts.add(one.start().toEpochMilli());
            cuts.add(one.end().toEpochMilli());
        }
        return cuts.stream().mapToLong(Long::longValue).filter(cut -> cut < end).toArray();
    }
}
