package io.habitus.persona.expected;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.persona.Counting;
import io.habitus.persona.Recount;
import io.habitus.persona.Said;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of the past is what another way of counting finds, also across the end of summer time. */
class PastEqualsRecountTest {

    /** Summer time ended on 25 October. */
    private static final Instant NOW = Instant.parse("2026-11-03T09:41:00Z");

    private static final int SAID = 900;

    @ParameterizedTest
    @CsvSource({
        "1, Europe/Berlin, 24",
        "2, Europe/Berlin, 168",
        "3, UTC, 24",
        "4, Asia/Kolkata, 24",
        "5, UTC, 6",
        "6, UTC, 25"
    })
    void the_past_equals_a_recount(long seed, ZoneId zone, int hours) {
        var random = new Random(seed);
        var recount = new Recount();
        try (var counting = new Counting(NOW)) {
            for (int i = 0; i < SAID; i++) {
                var at = NOW.minus(Duration.ofMinutes(random.nextInt(40 * 24 * 60)));
                var said = Said.post("post-" + random.nextInt(600), at, "voice-" + random.nextInt(25), "bahn");
                said = random.nextInt(8) == 0 ? said.withdrawn() : said;
                recount.take(said);
                counting.hear(said);
            }
            var question = Question.of("default/bahn", NOW.minus(Duration.ofHours(hours)), NOW, zone);
            var past = PastReading.of(counting.timeline("default", "bahn"), question);
            var all = recount.heardBy("default", "bahn");
            var first = hourAfter(
                    all.stream().map(Said::at).min(Comparator.naturalOrder()).orElseThrow(), zone);
            assertThat(byHour(past.hours())).isEqualTo(byHour(all, first, question.from(), zone));
            assertThat(past.hours().size())
                    .isEqualTo(Math.toIntExact(
                            Duration.between(first, question.from()).toHours()));
            assertThat(past.isEnough()).isTrue();
            assertThat(past.voicesPerMention()).isEqualTo(voicesPerMention(all, first, question, hours == 168 ? 7 : 1));
        }
    }

    private static Map<String, Integer> byHour(PastHours hours) {
        return IntStream.range(0, hours.size())
                .filter(i -> hours.counts()[i] > 0)
                .boxed()
                .collect(Collectors.toMap(
                        i -> hours.dates()[i] + " " + hours.slots()[i],
                        i -> hours.counts()[i],
                        Integer::sum,
                        TreeMap::new));
    }

    private static Map<String, Integer> byHour(List<Said> all, Instant from, Instant to, ZoneId zone) {
        return all.stream()
                .map(Said::at)
                .filter(at -> !at.isBefore(from) && at.isBefore(to))
                .map(at -> at.atZone(zone))
                .collect(Collectors.toMap(
                        at -> at.toLocalDate().toEpochDay() + " "
                                + ((at.getDayOfWeek().ordinal()) * 24 + at.getHour()),
                        _ -> 1,
                        Integer::sum,
                        TreeMap::new));
    }

    private static double voicesPerMention(List<Said> all, Instant first, Question question, int stride) {
        long voices = 0;
        long mentions = 0;
        for (int days = stride; days <= 56; days += stride) {
            var from = question.from().atZone(question.zone()).minusDays(days).toInstant();
            var end = question.to().atZone(question.zone()).minusDays(days).toInstant();
            var next = question.from()
                    .atZone(question.zone())
                    .minusDays(days - stride)
                    .toInstant();
            var to = end.isAfter(next) ? next : end;
            if (from.isBefore(first)) {
                break;
            }
            var within = all.stream()
                    .filter(said -> !said.at().isBefore(from) && said.at().isBefore(to))
                    .toList();
            mentions += within.size();
            voices += within.stream().map(Said::author).distinct().count();
        }
        return (double) voices / mentions;
    }

    private static Instant hourAfter(Instant moment, ZoneId zone) {
        return moment.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant().plus(Duration.ofHours(1));
    }
}
