package io.habitus.persona;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.LiveView.Window;
import io.habitus.persona.range.Interval;
import io.habitus.persona.range.Range;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens, in whatever order: every figure equals a recount of all that is known. */
class FiguresEqualRecountTest {

    private static final Instant START = Instant.parse("2026-10-24T21:57:30Z");
    private static final int EVENTS = 400;
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("America/Sao_Paulo"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void rolling_windows_equal_a_recount_at_any_time(long seed) {
        var random = new Random(seed);
        var history = new History(seed);
        var recount = new Recount();
        try (var counting = new Counting(START)) {
            for (int i = 0; i < EVENTS; i++) {
                var said = history.next(counting.now());
                recount.take(said);
                counting.hear(said);
                if (random.nextInt(4) == 0) {
                    counting.pass(step(random));
                }
                if (random.nextInt(10) == 0) {
                    counting.settle();
                    everyRollingViewEquals(recount, counting);
                }
            }
        }
    }

    private static Duration step(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Duration.ofDays(random.nextInt(3)).plusMinutes(random.nextInt(1_440));
            case 1, 2 -> Duration.ofMinutes(random.nextInt(90));
            case 3, 4 -> Duration.ofSeconds(random.nextInt(200));
            default -> Duration.ofMillis(random.nextInt(400));
        };
    }

    private static void everyRollingViewEquals(Recount recount, Counting counting) {
        var to = counting.now().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        for (var project : History.PROJECTS) {
            for (var watch : History.WATCHES) {
                for (var window : Window.values()) {
                    var view = counting.view(project, watch, window);
                    var from = to.minus(window.length());
                    if (view == null) {
                        assertThat(recount.heardBy(project, watch)).isEmpty();
                        continue;
                    }
                    boolean byMinute = window == Window.HOUR;
                    assertThat(view.total())
                            .as("%s/%s %s", project, watch, window)
                            .isEqualTo(recount.volume(project, watch, from, to));
                    assertThat(view.piles()).isEqualTo(recount.piles(project, watch, from, to));
                    assertThat(view.sources()).isEqualTo(recount.sources(project, watch, from, to));
                    assertThat(view.series())
                            .isEqualTo(recount.series(
                                    project,
                                    watch,
                                    from,
                                    to,
                                    at -> at.truncatedTo(byMinute ? ChronoUnit.MINUTES : ChronoUnit.HOURS)));
                    if (!view.series().isEmpty()) {
                        assertThat(view.from()).isEqualTo(from);
                        assertThat(view.to()).isEqualTo(to);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void any_range_equals_a_recount(long seed) {
        var random = new Random(seed);
        var history = new History(seed);
        var recount = new Recount();
        try (var counting = new Counting(START)) {
            for (int i = 0; i < EVENTS; i++) {
                var said = history.next(counting.now());
                recount.take(said);
                counting.hear(said);
                if (random.nextInt(5) == 0) {
                    rangeEquals(recount, counting, random);
                }
            }
        }
    }

    private static void rangeEquals(Recount recount, Counting counting, Random random) {
        var project = History.PROJECTS.get(random.nextInt(History.PROJECTS.size()));
        var watch = History.WATCHES.get(random.nextInt(History.WATCHES.size()));
        var range = range(random);
        var answer = counting.range(project, watch, range);
        var view = answer.view();

        var zone = range.zone();
        var interval = answer.interval();
        var all = recount.heardBy(project, watch);
        var first = all.stream().map(Said::at).min(Comparator.naturalOrder()).orElse(null);
        var last = all.stream().map(Said::at).max(Comparator.naturalOrder()).orElse(null);
        assertThat(view.first()).isEqualTo(first);
        assertThat(view.last()).isEqualTo(last);
        endsAreAsAsked(range, view, first, last);
        assertThat(view.total()).isEqualTo(recount.volume(project, watch, view.from(), view.to()));
        assertThat(view.piles()).isEqualTo(recount.piles(project, watch, view.from(), view.to()));
        assertThat(view.sources()).isEqualTo(recount.sources(project, watch, view.from(), view.to()));
        assertThat(onlyIds(counting.texts(project, watch, view.from(), view.to())))
                .isEqualTo(onlyIds(recount.texts(project, watch, view.from(), view.to())));
        assertThat(view.series())
                .as("%s", range)
                .isEqualTo(recount.series(project, watch, view.from(), view.to(), at -> bucketOf(at, interval, zone)));
    }

    /** Without the few posts whose ids are none: those come back as a hash. */
    private static Map<String, String> onlyIds(Map<String, String> texts) {
        texts.keySet().removeIf(post -> !post.startsWith("0".repeat(16)));
        return texts;
    }

    private static void endsAreAsAsked(Range range, LiveView view, Instant first, Instant last) {
        if (range.from() != null) {
            assertThat(view.from()).isEqualTo(range.from());
        } else if (first != null && (range.to() == null || first.isBefore(range.to()))) {
            assertThat(view.from()).isEqualTo(first);
        }
        if (range.to() != null) {
            assertThat(view.to()).isEqualTo(range.to());
        } else if (last != null && (range.from() == null || last.isAfter(range.from()))) {
            assertThat(view.to()).isEqualTo(last.plusMillis(1));
        }
    }

    private static Range range(Random random) {
        var interval = Interval.values()[random.nextInt(Interval.values().length)];
        var zone = ZONES.get(random.nextInt(ZONES.size()));
        var longest = interval == Interval.MINUTE ? Duration.ofDays(3) : Duration.ofDays(150);
        var from = START.minus(
                Duration.ofMillis(random.nextLong(Duration.ofDays(800).toMillis())));
        if (random.nextBoolean()) {
            from = START.minus(
                    Duration.ofMillis(random.nextLong(Duration.ofHours(40).toMillis())));
        }
        var to = from.plus(Duration.ofMillis(1 + random.nextLong(longest.toMillis())));
        boolean open = interval.compareTo(Interval.HOUR) > 0;
        return new Range(
                open && random.nextInt(4) == 0 ? null : from,
                open && random.nextInt(4) == 0 ? null : to,
                random.nextInt(6) == 0 ? null : interval,
                zone);
    }

    /** By the calendar of the zone, another way than the product's. */
    private static Instant bucketOf(Instant at, Interval interval, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        LocalDate date = local.toLocalDate();
        return switch (interval) {
            case MINUTE -> at.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> startOfHour(at, zone);
            case DAY -> date.atStartOfDay(zone).toInstant();
            case WEEK ->
                date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .atStartOfDay(zone)
                        .toInstant();
            case MONTH -> date.withDayOfMonth(1).atStartOfDay(zone).toInstant();
        };
    }

    /** Walks back minute by minute as long as the clock shows the same hour and was not set. */
    private static Instant startOfHour(Instant at, ZoneId zone) {
        var offset = zone.getRules().getOffset(at);
        var minute = at.truncatedTo(ChronoUnit.MINUTES);
        while (true) {
            var before = minute.minus(1, ChronoUnit.MINUTES);
            boolean sameHour =
                    before.atZone(zone).getHour() == minute.atZone(zone).getHour();
            if (!sameHour || !zone.getRules().getOffset(before).equals(offset)) {
                return minute;
            }
            minute = before;
        }
    }
}
