package io.habitus.endtoend.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.endtoend.running.Api;
import io.habitus.endtoend.running.Project;
import io.habitus.endtoend.running.RunningHabitus;
import io.habitus.endtoend.running.SharedHabitus;
import io.habitus.endtoend.running.Typed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bad input is refused or cleaned line by line, with the reason; nothing else is lost and nothing breaks. */
@ExtendWith(SharedHabitus.class)
class BadInput {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private Path folder;

    /** A file in which every bad line stands between good ones. */
    private static final class Mixed {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Map<Integer, String> bad = new HashMap<>();
        private final List<String> good = new ArrayList<>();
        private int lines;

        /** A line that must be refused. */
        Mixed refused(String kind, byte[] line) {
            good("good before " + kind);
            bad.put(add(line), kind);
            return this;
        }

        Mixed refused(String kind, String line) {
            return refused(kind, line.getBytes(StandardCharsets.UTF_8));
        }

        /** A line that must be heard. */
        Mixed heard(String line) {
            add(line.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        private void good(String text) {
            good.add(text);
            add(("{\"id\":\"g" + good.size()
                            + "\",\"source\":\"mixed\",\"created_at\":\"2026-06-01T10:00:00Z\",\"text\":\"heard " + text
                            + "\"}")
                    .getBytes(StandardCharsets.UTF_8));
        }

        private int add(byte[] line) {
            bytes.writeBytes(line);
            bytes.write('\n');
            return ++lines;
        }
    }

    @Test
    void every_bad_line_is_refused_with_its_number_and_a_reason_and_every_good_line_is_heard(RunningHabitus habitus)
            throws IOException {
        Project project = Project.made(habitus, "bad-input");
        project.watch("Heard", "heard");
        Mixed mixed = new Mixed()
                .refused("broken JSON", "{\"id\":\"1\",\"source\":\"mixed\",\"text\":\"heard")
                .refused("no JSON", "heard, but not JSON")
                .refused("an array", "[1,2,3]")
                .refused("a number", "17")
                .refused("two objects", line("2", "heard") + line("3", "heard"))
                .refused("an empty object", "{}")
                .refused("deep nesting", "{\"id\":".repeat(20_000))
                .refused("Latin-1", line("4", "heard süß").getBytes(StandardCharsets.ISO_8859_1))
                .refused("UTF-16", line("5", "heard").getBytes(StandardCharsets.UTF_16BE))
                .refused("half a character", halfACharacter())
                .refused("10 MB", line("6", "heard " + "x".repeat(10_000_000)))
                .refused("a million characters", line("7", "heard " + "y".repeat(1_000_000)))
                .refused(
                        "1970",
                        "{\"id\":\"8\",\"source\":\"mixed\",\"created_at\":\"1970-01-01T00:00:00Z\",\"text\":\"heard\"}")
                .refused(
                        "2099",
                        "{\"id\":\"9\",\"source\":\"mixed\",\"created_at\":\"2099-01-01T00:00:00Z\",\"text\":\"heard\"}")
                .refused(
                        "no time",
                        "{\"id\":\"10\",\"source\":\"mixed\",\"created_at\":\"yesterday\",\"text\":\"heard\"}")
                .refused("no id", "{\"source\":\"mixed\",\"created_at\":\"2026-06-01T10:00:00Z\",\"text\":\"heard\"}")
                .refused("an empty id", line("", "heard"))
                .refused("an id of 600 characters", line("i".repeat(600), "heard"))
                .refused("an object as id", "{\"id\":{\"a\":1},\"source\":\"mixed\",\"text\":\"heard\"}")
                .refused("no source", "{\"id\":\"11\",\"text\":\"heard\"}")
                .refused("no text", "{\"id\":\"12\",\"source\":\"mixed\"}")
                .refused(
                        "an unknown operation",
                        "{\"id\":\"13\",\"source\":\"mixed\",\"operation\":\"shout\",\"text\":\"heard\"}")
                .refused(
                        "a negative revision",
                        "{\"id\":\"14\",\"source\":\"mixed\",\"revision\":-1,\"text\":\"heard\"}");
        Path file = Files.write(folder.resolve("mixed.ndjson"), mixed.bytes.toByteArray());

        Typed typed = project.typed("import", file.toString(), "--json");

        assertThat(typed.status()).as(typed.err()).isEqualTo(3);
        JsonNode summary = typed.json();
        assertThat(summary.path("received").asLong()).isEqualTo(mixed.lines);
        assertThat(summary.path("unreadable").asLong()).isEqualTo(mixed.bad.size());
        assertThat(summary.path("published").asLong()).isEqualTo(mixed.good.size());
        Map<Integer, String> refused = refusedLines(folder.resolve("mixed.ndjson.refused.ndjson"));
        assertThat(refused.keySet()).isEqualTo(mixed.bad.keySet());
        assertThat(refused.values()).allMatch(reason -> !reason.isBlank() && reason.length() < 300);

        project.awaitQuiet();
        assertThat(project.mentions("").values())
                .extracting(mention -> mention.path("text").asString())
                .containsExactlyInAnyOrderElementsOf(
                        mixed.good.stream().map(text -> "heard " + text).toList());
    }

    @Test
    void what_can_be_cleaned_is_cleaned_and_shown_as_text(RunningHabitus habitus) throws IOException {
        Project project = Project.made(habitus, "cleaned-input");
        project.watch("Heard", "heard");
        String script = "<script>alert(1)</script><img src=x onerror=alert(2)> &lt;b&gt; heard";
        Mixed mixed = new Mixed()
                .heard(line("control", "heard\\u0000\\u0007\\u001b[31m red\\u009f\\nnext\\tline"))
                .heard(line("surrogates", "heard \\ud83d alone \\ude21 and \\ud83d\\ude21 whole"))
                .heard(line("direction", "heard \\u202egnp.exe\\u202c"))
                .heard(line("script", script))
                .heard("\uFEFF" + line("mark", "heard after a byte order mark"))
                .heard(line("return", "heard before a carriage return") + "\r")
                .heard("   " + line("number", "heard").replace("\"number\"", "4711"))
                .heard("");
        Path file = Files.write(folder.resolve("cleaned.ndjson"), mixed.bytes.toByteArray());

        JsonNode summary = project.imported(file);

        assertThat(summary.path("unreadable").asLong()).isZero();
        assertThat(summary.path("published").asLong()).isEqualTo(7);
        project.awaitQuiet();
        List<String> texts = project.mentions("").values().stream()
                .map(mention -> mention.path("text").asString())
                .toList();
        assertThat(texts)
                .hasSize(7)
                .contains(script)
                .contains("heard after a byte order mark")
                .contains("heard before a carriage return")
                .anyMatch(text -> text.contains("\n") && text.contains("\t"))
                .anyMatch(text -> text.contains("\uFFFD alone \uFFFD and 😡 whole"))
                .allMatch(text -> text.codePoints()
                        .noneMatch(c -> (Character.isISOControl(c) && c != '\n' && c != '\t')
                                || (c >= 0xD800 && c <= 0xDFFF)
                                || (c >= 0x202A && c <= 0x202E)));
    }

    @Test
    void a_time_that_may_be_believed_is_kept_at_both_ends(RunningHabitus habitus) throws IOException {
        Project project = Project.made(habitus, "times");
        project.watch("Heard", "heard");
        String soon = Instant.now()
                .plus(20, ChronoUnit.HOURS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Path file = Files.writeString(folder.resolve("times.ndjson"), """
                {"id":"1","source":"mixed","created_at":"1990-01-01T00:00:00Z","text":"heard early"}
                {"id":"2","source":"mixed","created_at":"%s","text":"heard soon"}
                {"id":"3","source":"mixed","created_at":"2026-06-01T12:00:00.5+02:00","text":"heard in summer"}
                {"id":"4","source":"mixed","text":"heard without a time"}
                """.formatted(soon));
        assertThat(project.imported(file).path("published").asLong()).isEqualTo(4);
        project.awaitQuiet();
        Map<String, JsonNode> byText = new HashMap<>();
        project.mentions("")
                .values()
                .forEach(mention -> byText.put(mention.path("text").asString(), mention));
        assertThat(byText.get("heard early").path("date").asString()).startsWith("1990-01-01T00:00:00");
        assertThat(byText.get("heard soon").path("date").asString()).startsWith(soon.substring(0, 19));
        assertThat(Instant.parse(byText.get("heard in summer").path("date").asString()))
                .isEqualTo(Instant.parse("2026-06-01T10:00:00.5Z"));
        assertThat(byText.get("heard without a time").path("timeDoubted").asBoolean())
                .isTrue();
    }

    @Test
    void garbage_at_the_import_is_accounted_for_and_breaks_nothing(RunningHabitus habitus) {
        Project project = Project.made(habitus, "garbage");
        var random = new Random(5);
        byte[] garbage = new byte[3_000_000];
        random.nextBytes(garbage);
        Api.Answer answer =
                project.api().postLines(project.path("/documents/import"), BodyPublishers.ofByteArray(garbage));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("published").asLong()).isZero();
        assertThat(answer.json().path("unreadable").asLong())
                .isEqualTo(answer.json().path("received").asLong());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[",
                "null",
                "17",
                "\"text\"",
                "{}",
                "{\"id\":null}",
                "{\"id\":\"1\",\"source\":\"A B\",\"text\":\"x\"}",
                "{\"id\":\"1\",\"source\":\"mixed\",\"text\":17}",
                "{\"id\":\"1\",\"source\":\"mixed\",\"text\":\"x\",\"created_at\":5}"
            })
    void a_bad_document_is_a_client_error_with_a_problem(String body, RunningHabitus habitus) {
        Project project = Project.standard(habitus);
        Api.Answer answer = project.api().post(project.path("/documents"), body);
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(answer.json().path("title").asString("")).isNotBlank();
        assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mentions?limit=abc",
                "/mentions?limit=-1",
                "/mentions?limit=100000",
                "/mentions?cursor=garbage",
                "/mentions?startDate=yesterday",
                "/mentions?q=%28",
                "/mentions?q=%22",
                "/mentions?orderDirection=up",
                "/mentions?asOf=x",
                "/mentions/nothing",
                "/watches/nothing",
                "/watches/heard/view?from=never",
                "/watches/heard/view?tz=Mars",
                "/watches/heard/view?interval=century",
                "/watches/heard/view?window=year",
                "/nothing",
                "/watches/%2e%2e/view"
            })
    void a_nonsensical_question_is_a_client_error(String path, RunningHabitus habitus) {
        Project project = Project.standard(habitus);
        Api.Answer answer = project.api().get(project.path(path));
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(answer.json().path("title").asString("")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "bahn)", "\"bahn", "-bahn", "NOT bahn", "ba*", "*bahn", "bahn AND", "nosuchfield:x", ""})
    void a_bad_query_is_refused_with_its_position(String query, RunningHabitus habitus) {
        Project project = Project.standard(habitus);
        String body = Project.object().put("name", "Bad").put("query", query).toString();
        Api.Answer answer = project.api().post(project.path("/watches"), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().at("/position/offset").isNumber())
                .as(answer.text())
                .isTrue();
    }

    private static String line(String id, String text) {
        return "{\"id\":\"" + id + "\",\"source\":\"mixed\",\"created_at\":\"2026-06-01T10:00:00Z\",\"text\":\"" + text
                + "\"}";
    }

    private static byte[] halfACharacter() {
        byte[] whole = line("15", "heard ü").getBytes(StandardCharsets.UTF_8);
        int umlaut = new String(whole, StandardCharsets.ISO_8859_1).indexOf('Ã');
        byte[] half = new byte[whole.length - 1];
        System.arraycopy(whole, 0, half, 0, umlaut + 1);
        System.arraycopy(whole, umlaut + 2, half, umlaut + 1, whole.length - umlaut - 2);
        return half;
    }

    private static Map<Integer, String> refusedLines(Path file) throws IOException {
        var reasons = new HashMap<Integer, String>();
        for (String entry : Files.readAllLines(file)) {
            JsonNode json = JSON.readTree(entry);
            reasons.put(json.path("line").asInt(), json.path("reason").asString(""));
        }
        return reasons;
    }
}
