package io.habitus.persona.rest;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.LiveView.Bucket;
import io.habitus.contracts.LiveView.FromSource;
import io.habitus.contracts.LiveView.Piles;
import io.habitus.contracts.LiveView.Volume;
import io.habitus.contracts.LiveView.Window;
import io.habitus.persona.expected.Expected;
import io.habitus.persona.range.Interval;
import io.habitus.persona.range.RangeView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A view as it is answered: {@link LiveView}, and how it was cut.
 *
 * @param interval minute, hour, day, week or month
 * @param tz whose clock and calendar the buckets follow
 * @param expected how much is usual; null where it was not asked for, or nobody can say
 */
record ViewAnswer(
        String project,
        String watch,
        Window window,
        Instant from,
        Instant to,
        String interval,
        String tz,
        Instant first,
        Instant last,
        Map<Integer, Long> asOf,
        Volume total,
        Piles piles,
        List<FromSource> sources,
        List<Bucket> series,
        ExpectedAnswer expected) {

    static ViewAnswer of(RangeView range, Optional<Expected> expected) {
        return of(
                range.view(),
                range.interval(),
                range.zone().getId(),
                expected.map(ExpectedAnswer::of).orElse(null));
    }

    /** Of a rolling view, which is cut by minute or hour. */
    static ViewAnswer of(LiveView view) {
        return of(view, view.window() == Window.HOUR ? Interval.MINUTE : Interval.HOUR, "UTC", null);
    }

    private static ViewAnswer of(LiveView view, Interval interval, String tz, ExpectedAnswer expected) {
        return new ViewAnswer(
                view.project(),
                view.watch(),
                view.window(),
                view.from(),
                view.to(),
                interval.word(),
                tz.equals("Z") ? "UTC" : tz,
                view.first(),
                view.last(),
                view.asOf(),
                view.total(),
                view.piles(),
                view.sources(),
                view.series(),
                expected);
    }
}
