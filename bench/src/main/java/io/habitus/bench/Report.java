package io.habitus.bench;

import io.habitus.bench.Findings.Measured;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Findings for people, for docs and for scripts. */
final class Report {

    private static final double MIB = 1 << 20;
    private static final double LEAST_THREAD_SHARE = .01;

    /** Sentences and the table below them; either may be empty. */
    private record Section(List<String> sentences, Table table) {}

    private final Findings findings;

    Report(Findings findings) {
        this.findings = findings;
    }

    /** For a terminal. */
    String text() {
        var text = new StringBuilder();
        for (Section section : sections()) {
            text.append('\n');
            section.sentences.forEach(sentence -> text.append(sentence).append('\n'));
            if (section.table != null) {
                text.append(section.table.text());
            }
        }
        return text.toString();
    }

    /** A section of docs/benchmarks.md. */
    String markdown() {
        var text = new StringBuilder("## Beside Kafka and Elasticsearch alone\n");
        for (Section section : sections()) {
            text.append('\n').append(String.join(" ", section.sentences)).append('\n');
            if (section.table != null) {
                text.append('\n').append(section.table.markdown());
            }
        }
        return text.toString();
    }

    /** All of it, in seconds, milliseconds and bytes. */
    String json() {
        ObjectNode json = JsonMapper.shared().valueToTree(findings);
        var rates = json.putObject("perSecond");
        findings.pipes().forEach(measured -> rates.put(measured.name(), measured.perSecond()));
        if (findings.wholeOfBare() > 0) {
            json.put("wholeOfBare", findings.wholeOfBare());
        }
        return json.toPrettyString();
    }

    private List<Section> sections() {
        var sections = new ArrayList<Section>();
        sections.add(new Section(List.of(findings.machine().described(), asked()), null));
        if (!findings.pipes().isEmpty()) {
            sections.add(speed());
        }
        if (findings.latency() != null) {
            sections.add(latency());
        }
        if (findings.processFigures()) {
            sections.add(processors());
            sections.add(memory());
            threads(sections);
        } else {
            sections.add(new Section(
                    List.of("This system has no /proc: processor time, memory and the share of other programs are"
                            + " left out."),
                    null));
        }
        return sections;
    }

    private String asked() {
        var settings = findings.settings();
        String amount = settings.needsWhole()
                ? say("%,d simulated posts after %,d to warm up", settings.posts(), settings.warmUp())
                : "Simulated posts";
        return say(
                "%s, seed %d; %,d watches, each for one planted word; %.0f %% of the posts are heard, by %d watch%s each.",
                amount,
                settings.seed(),
                settings.watches(),
                settings.heard() * 100,
                settings.hits(),
                settings.hits() == 1 ? "" : "es");
    }

    private Section speed() {
        var rows = new ArrayList<List<String>>();
        double first = findings.pipes().getFirst().perSecond();
        for (Measured measured : findings.pipes()) {
            rows.add(List.of(
                    measured.name(),
                    say("%,d", measured.posts()),
                    say("%.1f", measured.usage().seconds()),
                    say("%,.0f", measured.perSecond()),
                    say("%.2f", measured.perSecond() / first),
                    share(measured.usage().others())));
        }
        var sentences = new ArrayList<String>();
        if (findings.wholeOfBare() > 0) {
            sentences.add(
                    say("The whole pipe does %.2f of what the pipe without analysis does.", findings.wholeOfBare()));
        }
        if (findings.whole() != null) {
            sentences.add(say(
                    "Whole pipe: %,d posts were in the log after %.1f s (%,.0f a second), all %,d mentions were"
                            + " searchable and counted after %.1f s; most lag %,d records, at the end %,d.",
                    findings.whole().posts(),
                    findings.whole().importedSeconds(),
                    findings.whole().importedPerSecond(),
                    findings.whole().heard(),
                    findings.whole().usage().seconds(),
                    findings.whole().usage().mostLag(),
                    findings.whole().usage().lagAtTheEnd()));
        }
        if (findings.bare() != null) {
            sentences.add(say(
                    "Without analysis they were in the log after %.1f s (%,.0f a second).",
                    findings.bare().importedSeconds(), findings.bare().importedPerSecond()));
        }
        if (findings.rawAlone() != null) {
            sentences.add(say(
                    "A document is %,d bytes long with its action, a bulk holds %,d of them.",
                    findings.rawAlone().averageBytes(),
                    findings.rawAlone().documents()
                            / Math.max(1, findings.rawAlone().bulks())));
        }
        return new Section(
                sentences,
                new Table(
                        List.of(
                                "",
                                "posts",
                                "seconds",
                                "posts/s",
                                "of the first",
                                "other programs' share of processors"),
                        rows));
    }

    private Section latency() {
        var latency = findings.latency();
        var sentences = List.of(say(
                "%,d posts pushed one by one, %,d a second, whatever became of those before; %,d not accepted within a minute, %,d not shown"
                        + " within 30 s; most lag %,d records, at the end %,d; other programs' share of processors %s.",
                latency.posts(),
                latency.rate(),
                latency.refused(),
                latency.unseen(),
                latency.usage().mostLag(),
                latency.usage().lagAtTheEnd(),
                share(latency.usage().others())));
        return new Section(
                sentences,
                new Table(
                        List.of("milliseconds", "p50", "p90", "p99", "p99.9", "max", "posts"),
                        List.of(
                                row("from the 202 to the first frame that covers the post", latency.frame()),
                                row("from when it was due to that frame", latency.all()),
                                row("from when it was due to the 202", latency.answer()),
                                row("how late it went out", latency.late()))));
    }

    private static List<String> row(String name, Percentiles took) {
        return List.of(
                name,
                say("%,.1f", took.p50()),
                say("%,.1f", took.p90()),
                say("%,.1f", took.p99()),
                say("%,.1f", took.p999()),
                say("%,.1f", took.max()),
                say("%,d", took.count()));
    }

    /** All measurements, that of latency too. */
    private List<Measured> all() {
        var all = new ArrayList<>(findings.pipes());
        if (findings.latency() != null) {
            all.add(new Measured(
                    "latency",
                    findings.latency().posts(),
                    findings.latency().rate(),
                    findings.latency().usage()));
        }
        return all;
    }

    private Section processors() {
        List<Measured> all = all();
        Set<String> processes = new LinkedHashSet<>();
        all.forEach(measured -> processes.addAll(measured.usage().cpuSeconds().keySet()));
        var rows = new ArrayList<List<String>>();
        for (String process : processes) {
            rows.add(row(process, all, measured -> {
                Double seconds = measured.usage().cpuSeconds().get(process);
                return seconds == null ? "" : say("%.3f", seconds * 1e3 / measured.posts());
            }));
        }
        rows.add(row(
                "together",
                all,
                measured -> say("%.3f", measured.usage().cpuSecondsTogether() * 1e3 / measured.posts())));
        return new Section(
                List.of(
                        "Processor seconds per 1,000 posts; bench is the import, the following and the measuring itself."),
                new Table(head("processor seconds", all), rows));
    }

    private Section memory() {
        List<Measured> all = all();
        Set<String> processes = new LinkedHashSet<>();
        all.forEach(measured -> processes.addAll(measured.usage().pss().keySet()));
        var rows = new ArrayList<List<String>>();
        for (String process : processes) {
            rows.add(row(process, all, measured -> {
                Long bytes = measured.usage().pss().get(process);
                return bytes == null ? "" : say("%,.0f", bytes / MIB);
            }));
        }
        rows.add(row(
                "together at most",
                all,
                measured -> say("%,.0f", measured.usage().pssTogether() / MIB)));
        return new Section(
                List.of("Memory as proportional set size, the highest seen."), new Table(head("MiB", all), rows));
    }

    private void threads(List<Section> sections) {
        if (findings.whole() == null || findings.whole().usage().threads().isEmpty()) {
            return;
        }
        Map<String, Double> threads = findings.whole().usage().threads();
        double together =
                threads.values().stream().mapToDouble(Double::doubleValue).sum();
        var rows = new ArrayList<List<String>>();
        threads.forEach((kind, seconds) -> {
            if (seconds / together >= LEAST_THREAD_SHARE) {
                rows.add(List.of(
                        kind, say("%.1f", seconds * 1e6 / findings.whole().posts()), share(seconds / together)));
            }
        });
        sections.add(new Section(
                List.of(
                        "Where the services' processor time goes in the whole pipe, by the names that the kernel keeps of"
                                + " their threads."),
                new Table(List.of("threads", "µs per post", "share"), rows)));
    }

    private static List<String> head(String first, List<Measured> all) {
        var head = new ArrayList<String>();
        head.add(first);
        all.forEach(measured -> head.add(measured.name()));
        return head;
    }

    private static List<String> row(
            String name, List<Measured> all, java.util.function.Function<Measured, String> cell) {
        var row = new ArrayList<String>();
        row.add(name);
        all.forEach(measured -> row.add(cell.apply(measured)));
        return row;
    }

    private static String share(double share) {
        return say("%.0f %%", share * 100);
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
