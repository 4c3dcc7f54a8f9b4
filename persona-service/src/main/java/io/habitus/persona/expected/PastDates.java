package io.habitus.persona.expected;

import java.util.Arrays;

/** Which hours make whole dates. */
final class PastDates {

    /** When the clock is put forward. */
    private static final int SHORTEST = PastHours.OF_DAY - 1;

    private static final double NORMAL = 1 / Normal.QUARTILE;
    private static final double FAR = 4;
    private static final int FEW = 3;

    private final PastHours past;
    /** By whole date, its first hour and the first after it. */
    private final int[] starts;

    private final int[] ends;
    private final int count;

    PastDates(PastHours past) {
        this.past = past;
        int most = past.size() / SHORTEST + 1;
        starts = new int[most];
        ends = new int[most];
        int found = 0;
        for (int start = 0; start < past.size(); ) {
            int end = start;
            while (end < past.size() && past.dates()[end] == past.dates()[start]) {
                end++;
            }
            if (end - start >= SHORTEST) {
                starts[found] = start;
                ends[found++] = end;
            }
            start = end;
        }
        count = found;
    }

    int count() {
        return count;
    }

    /** By date. */
    double[] sums(double[] hours) {
        double[] sums = new double[count];
        for (int date = 0; date < count; date++) {
            for (int i = starts[date]; i < ends[date]; i++) {
                sums[date] += hours[i];
            }
        }
        return sums;
    }

    /** The hours of dates much louder than most, to begin with; what is too far off is found later. */
    boolean[] withoutTheLoudest() {
        double[] hours = new double[past.size()];
        Arrays.setAll(hours, i -> past.counts()[i]);
        double[] sums = sums(hours);
        boolean[] left = new boolean[past.size()];
        if (count < FEW) {
            return left;
        }
        double middle = median(sums);
        double[] away = new double[count];
        Arrays.setAll(away, date -> Math.abs(sums[date] - middle));
        double loudest = middle + FAR * (NORMAL * median(away) + Math.sqrt(middle) + 1);
        for (int date = 0; date < count; date++) {
            if (sums[date] > loudest) {
                Arrays.fill(left, starts[date], ends[date], true);
            }
        }
        return left;
    }

    /** The hours of dates too far from what was expected. */
    boolean[] incidents(double[] sums, double[] means, double spread) {
        boolean[] left = new boolean[past.size()];
        for (int date = 0; date < count; date++) {
            if (Rhythm.isIncident(sums[date], means[date], spread)) {
                Arrays.fill(left, starts[date], ends[date], true);
            }
        }
        return left;
    }

    /**
     * Where the last dates begin that were left out, at least so many in a row, of which one in seven may look as ever; 0 if
     * there are fewer.
     */
    int lastingChange(boolean[] left, int least) {
        int start = 0;
        int leftOut = 0;
        for (int date = count - 1; date >= 0 && (count - date) * 6 / 7 <= leftOut + 1; date--) {
            if (isLeft(left, date)) {
                leftOut++;
                start = count - date >= least && leftOut * 7 >= (count - date) * 6 ? starts[date] : start;
            }
        }
        return start;
    }

    private boolean isLeft(boolean[] left, int date) {
        for (int i = starts[date]; i < ends[date]; i++) {
            if (!left[i]) {
                return false;
            }
        }
        return true;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
