package io.habitus.persona.expected;

import java.util.Arrays;

/**
 * How many mentions a watch usually hears in each hour of the week: a level, times the hour of the day, times the day of
 * the week, times what that hour of the week has of its own. Each factor is drawn towards the one before it as far as too
 * little is known of it ({@link Factors}), so a short history is nearly flat, a longer one has days,
 * and one of weeks has a week. What is not known of a factor widens what counts as usual, as does how much hours and days
 * scatter ({@link Spread}). Recent weeks count more: half as much is counted of what was three weeks ago.
 *
 * <p>Incidents are left out: hours and whole days too far from the rest, found by fitting again without them. What lasts a
 * week is no incident: then learning begins anew with it.
 */
final class Rhythm {

    private static final double HALF_LIFE = 21.0 * PastHours.OF_DAY;
    private static final int FITS = 4;

    /** How far hours of the day, days of the week and hours of the week differ where nothing is known: relative variances. */
    private static final double OF_HOURS = 0.5;

    private static final double OF_WEEKDAYS = 0.1;
    private static final double OF_SLOTS = 0.05;

    /** How much hours and days scatter where nothing is known. */
    private static final double HOURS_SCATTER = 0.25;

    private static final double DATES_SCATTER = 0.1;
    private static final double HOURS_WEIGH = 24;
    private static final double DATES_WEIGH = 2;

    /** Of so many hours or dates one is taken for an incident by chance. */
    private static final double RARE = 1.0 / 2_000;

    private static final double SUSPICIOUS = 2.5;

    private static final double MOST_LEFT_OUT = 2.0 / 3;
    private static final int LASTING = 7;

    private final int days;
    private final double level;
    private final double levelUnsure;
    private final Factors hours;
    private final Factors weekdays;
    private final Factors slots;
    private final double hourSpread;
    private final double dateSpread;

    private Rhythm(
            int days,
            double level,
            double levelUnsure,
            Factors hours,
            Factors weekdays,
            Factors slots,
            double hourSpread,
            double dateSpread) {
        this.days = days;
        this.level = level;
        this.levelUnsure = levelUnsure;
        this.hours = hours;
        this.weekdays = weekdays;
        this.slots = slots;
        this.hourSpread = hourSpread;
        this.dateSpread = dateSpread;
    }

    /** The rhythm of these hours; at least a day of them. */
    static Rhythm of(PastHours past) {
        var dates = new PastDates(past);
        boolean[] left = dates.withoutTheLoudest();
        Rhythm rhythm = fit(past, left, HOURS_SCATTER, DATES_SCATTER);
        for (int fit = 1; fit < FITS; fit++) {
            rhythm = rhythm.scattering(past, dates);
            left = rhythm.withoutIncidents(past, dates);
            rhythm = fit(past, left, rhythm.hourSpread, rhythm.dateSpread);
        }
        int change = dates.lastingChange(left, LASTING);
        return change > 0 ? of(past.from(change)) : rhythm.scattering(past, dates);
    }

    private static Rhythm fit(PastHours past, boolean[] left, double hourSpread, double dateSpread) {
        int size = past.size();
        double[] weights = new double[size];
        double sum = 0.5;
        double weight = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            weights[i] = left[i] ? 0 : Math.pow(2, (i - size) / HALF_LIFE);
            sum += weights[i] * past.counts()[i];
            weight += weights[i];
            squares += weights[i] * weights[i];
        }
        double level = sum / weight;
        double days = Math.max(1, weight * weight / squares / PastHours.OF_DAY);
        double levelUnsure = dateSpread * averaged(days) + 1 / (level * days * PastHours.OF_DAY);

        double[] expected = new double[size];
        Arrays.fill(expected, level);
        int[] groups = new int[size];
        Arrays.setAll(groups, i -> past.slots()[i] % PastHours.OF_DAY);
        Factors hours = Factors.of(past, weights, expected, groups, PastHours.OF_DAY, OF_HOURS, 1, hourSpread);
        Arrays.setAll(expected, i -> level * hours.of()[groups[i]]);
        int[] weekdayOf = new int[size];
        Arrays.setAll(weekdayOf, i -> past.slots()[i] / PastHours.OF_DAY);
        Factors weekdays = Factors.of(past, weights, expected, weekdayOf, 7, OF_WEEKDAYS, PastHours.OF_DAY, dateSpread);
        Arrays.setAll(expected, i -> level * hours.of()[groups[i]] * weekdays.of()[weekdayOf[i]]);
        Factors slots = Factors.of(past, weights, expected, past.slots(), PastHours.OF_WEEK, OF_SLOTS, 1, hourSpread);
        return new Rhythm(past.days(), level, levelUnsure, hours, weekdays, slots, hourSpread, dateSpread);
    }

    /** The same, with how much hours and dates scatter around it. */
    private Rhythm scattering(PastHours past, PastDates dates) {
        double[] means = means(past);
        double[] counts = new double[past.size()];
        Arrays.setAll(counts, i -> past.counts()[i]);
        double ofHours = Spread.of(
                counts, means, 1 + hours.freedom() + weekdays.freedom() + slots.freedom(), HOURS_SCATTER, HOURS_WEIGH);
        double ofDates =
                Spread.of(dates.sums(counts), dates.sums(means), 1 + weekdays.freedom(), DATES_SCATTER, DATES_WEIGH);
        return new Rhythm(days, level, levelUnsure, hours, weekdays, slots, ofHours, ofDates);
    }

    private boolean[] withoutIncidents(PastHours past, PastDates dates) {
        if (past.days() < LASTING) {
            return dates.withoutTheLoudest();
        }
        double[] means = means(past);
        double[] counts = new double[past.size()];
        Arrays.setAll(counts, i -> past.counts()[i]);
        boolean[] left = dates.incidents(dates.sums(counts), dates.sums(means), dateSpread);
        int many = 0;
        for (int i = 0; i < left.length; i++) {
            left[i] |= isIncident(counts[i], means[i], hourSpread);
            many += left[i] ? 1 : 0;
        }
        // Where hardly anything is as expected, it is the expectation that is wrong.
        return many > left.length * MOST_LEFT_OUT ? new boolean[left.length] : left;
    }

    static boolean isIncident(double count, double mean, double spread) {
        // Reckoning exactly takes its time, and hardly any hour needs it.
        return Math.abs(NegativeBinomial.deviation(count, mean, spread)) > SUSPICIOUS
                && (count > NegativeBinomial.quantile(1 - RARE, mean, spread)
                        || count < NegativeBinomial.quantile(RARE, mean, spread));
    }

    private double[] means(PastHours past) {
        double[] means = new double[past.size()];
        Arrays.setAll(means, i -> rate(past.slots()[i]));
        return means;
    }

    /** So many days it was learned from. */
    int days() {
        return days;
    }

    /** How many mentions are expected in this hour of the week. */
    double rate(int slot) {
        return level * hours.of()[slot % PastHours.OF_DAY] * weekdays.of()[slot / PastHours.OF_DAY] * slots.of()[slot];
    }

    /** How many are expected in a stretch, told by how many hours of each hour of the week it has. */
    double mean(double[] stretch) {
        double mean = 0;
        for (int slot = 0; slot < stretch.length; slot++) {
            mean += stretch[slot] * rate(slot);
        }
        return mean;
    }

    /** How much the count of such a stretch scatters around what is expected: {@link NegativeBinomial}'s spread. */
    double spread(double[] stretch) {
        double length = 0;
        double mean = 0;
        double common = 0;
        double own = 0;
        for (int slot = 0; slot < stretch.length; slot++) {
            double part = stretch[slot] * rate(slot);
            length += stretch[slot];
            mean += part;
            common += part * weekdays.unsure()[slot / PastHours.OF_DAY];
            own += part * (hours.unsure()[slot % PastHours.OF_DAY] + slots.unsure()[slot]);
        }
        if (mean == 0) {
            return hourSpread + levelUnsure;
        }
        double pieces = Math.max(1, length);
        double chance = length <= 1
                ? hourSpread
                : dateSpread * averaged(Math.max(1, length / PastHours.OF_DAY))
                        + Math.max(0, hourSpread - dateSpread) / length;
        return chance + levelUnsure + (common + own / pieces) / mean;
    }

    /** What of the variance of one day is left in the mean of so many in a row, each half as its predecessor was. */
    private static double averaged(double days) {
        return (3 - 4 * (1 - Math.pow(2, -days)) / days) / days;
    }
}
