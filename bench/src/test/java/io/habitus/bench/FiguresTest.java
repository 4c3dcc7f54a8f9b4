package io.habitus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.habitus.bench.Documents.Bulk;
import io.habitus.bench.Documents.Bulks;
import io.habitus.bench.Proc.ThreadTime;
import io.habitus.bench.Usage.LagAt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The arithmetic between what is read and what is printed. */
class FiguresTest {

    private static final Settings SETTINGS = new Settings(
            1_000, 0, 5, 1, 1, 100, Duration.ZERO, Duration.ofSeconds(5), 1, EnumSet.allOf(Settings.Measure.class));
    private static final Machine MACHINE =
            new Machine(LocalDate.of(2026, 11, 22), 2, "Some processor", 1L << 33, "Linux 6", "Somebody 25", 1.5);

    @TempDir
    private Path folder;

    @Test
    void percentiles_are_those_of_all_that_was_collected() {
        var collecting = new Percentiles.Collecting();
        for (int millis = 1; millis <= 1_000; millis++) {
            collecting.add(millis * 1_000_000L);
        }
        collecting.add(-5);

        Percentiles took = collecting.done();

        assertThat(took.count()).isEqualTo(1_001);
        assertThat(took.p50()).isCloseTo(500, within(1.0));
        assertThat(took.p99()).isCloseTo(990, within(1.5));
        assertThat(took.p999()).isCloseTo(999, within(1.5));
        assertThat(took.max()).isCloseTo(1_000, within(1.0));
    }

    @Test
    void the_share_of_the_whole_pipe_is_that_of_the_rates() {
        assertThat(findings(10, 4).wholeOfBare()).isCloseTo(.4, within(1e-9));
        assertThat(findings(10, 4).whole().perSecond()).isEqualTo(100);
        assertThat(findings(10, 4).bare().perSecond()).isEqualTo(250);
    }

    @Test
    void processor_time_is_told_per_thousand_posts() {
        String text = new Report(findings(10, 4)).text();

        // 8 and 2 seconds for 1,000 posts.
        assertThat(text).containsPattern("(?m)^  broker +1\\.000 +8\\.000$");
        assertThat(text).containsPattern("(?m)^  together +1\\.000 +10\\.000$");
        assertThat(text).contains("The whole pipe does 0.40 of what the pipe without analysis does.");
    }

    @Test
    void what_was_not_measured_is_not_told() {
        var nothing = new Findings(MACHINE, SETTINGS, null, null, null, null, null, false);

        assertThat(new Report(nothing).text()).contains("no /proc").doesNotContain("whole pipe", "NaN", "null");
        assertThat(JsonMapper.shared()
                        .readTree(new Report(nothing).json())
                        .path("wholeOfBare")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void markdown_and_text_say_the_same() {
        var report = new Report(findings(10, 4));

        assertThat(report.markdown())
                .startsWith("## ")
                .contains("| whole pipe | 1,000 | 10.0 | 100 | 0.40 | 25 % |")
                .contains("The whole pipe does 0.40");
    }

    @Test
    void a_table_aligns_its_columns() {
        var table = new Table(List.of("", "a"), List.of(List.of("one", "1"), List.of("eleven", "11")));

        assertThat(table.text()).isEqualTo("            a\n  one       1\n  eleven   11\n");
        assertThat(table.markdown()).isEqualTo("|  | a |\n|---|---|\n| one | 1 |\n| eleven | 11 |\n");
    }

    @Test
    void bulks_end_where_those_of_the_service_end() {
        var bulks = new Bulks();
        for (int i = 0; i < 7; i++) {
            bulks.add(i * (1L << 20), 1 << 20);
        }

        assertThat(bulks.done())
                .containsExactly(new Bulk(0, 3 << 20, 3), new Bulk(3 << 20, 3 << 20, 3), new Bulk(6 << 20, 1 << 20, 1));
    }

    @Test
    void threads_of_one_kind_are_added_up_and_new_ones_count_from_their_start() {
        var before = Map.of(1L, new ThreadTime("stream-1", 1), 2L, new ThreadTime("stream-2", 1));
        var after = Map.of(
                1L, new ThreadTime("stream-1", 3),
                2L, new ThreadTime("stream-2", 4),
                3L, new ThreadTime("C2 CompilerThre", 7),
                4L, new ThreadTime("idle", 0));

        assertThat(Watching.byKind(before, after))
                .containsExactly(Map.entry("C2 CompilerThre", 7.0), Map.entry("stream", 5.0));
    }

    @Test
    void a_process_is_read_although_its_name_has_brackets() throws Exception {
        Path process = Files.createDirectories(folder.resolve("12/task/13"));
        String stat = "12 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 250 50 0 0 20 0 1 0 100\n";
        Files.writeString(folder.resolve("12/stat"), stat);
        Files.writeString(process.resolve("stat"), stat);
        Files.writeString(folder.resolve("12/smaps_rollup"), "Rss: 9 kB\nPss: 5 kB\nPss_Dirty: 3 kB\n");
        Files.writeString(folder.resolve("stat"), "cpu  100 0 50 1000 200 10 10 30 0 0\ncpu0 1 2 3\n");
        var proc = new Proc(folder);

        assertThat(proc.cpuSeconds(12)).isEqualTo(3);
        assertThat(proc.threads(12)).containsEntry(13L, new ThreadTime("a (b) c", 3));
        assertThat(proc.pss(12)).hasValue(5_120);
        assertThat(proc.busySeconds()).isEqualTo(2);
        assertThat(proc.cpuSeconds(99)).isZero();
        assertThat(proc.pss(99)).isEmpty();
    }

    private static Findings findings(double wholeSeconds, double bareSeconds) {
        return new Findings(
                MACHINE,
                SETTINGS,
                null,
                null,
                new BarePipe.Result(1_000, 1, usage(bareSeconds, Map.of("broker", 1.0))),
                new WholePipe.Result(
                        1_000, 1_000, 1_000, 1, usage(wholeSeconds, Map.of("broker", 8.0, "services", 2.0))),
                null,
                true);
    }

    private static Usage usage(double seconds, Map<String, Double> cpu) {
        return new Usage(seconds, cpu, Map.of(), Map.of("broker", 1L << 20), 1L << 20, .25, List.of(new LagAt(1, 5)));
    }
}
