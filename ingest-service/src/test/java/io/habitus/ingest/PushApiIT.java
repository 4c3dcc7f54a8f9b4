package io.habitus.ingest;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.habitus.backends.junit.Backends;
import io.habitus.contracts.AuthorStatus;
import io.habitus.contracts.PostEvent;
import io.habitus.contracts.Topics;
import io.habitus.ingest.RunningIngest.Answer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The push API over HTTP, on a real broker. Each test has a source of its own. */
class PushApiIT {

    @RegisterExtension
    static final Backends BACKENDS = Backends.shared();

    private static RunningIngest ingest;

    @BeforeAll
    static void start() {
        ingest = new RunningIngest(BACKENDS.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @Test
    void one_document_is_published_and_the_same_again_is_seen() {
        String document = "{\"id\":\"1\",\"source\":\"single\",\"text\":\"Der Zug\\nist spät\"}";
        Answer first = ingest.push("default", document);
        Answer second = ingest.push("default", document);

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.json().get("outcome").stringValue()).isEqualTo("published");
        assertThat(second.json().get("outcome").stringValue()).isEqualTo("seen");
        assertThat(second.json().get("id")).isEqualTo(first.json().get("id"));
        assertThat(ingest.published("single"))
                .singleElement()
                .extracting(PostEvent.Published::postId)
                .isEqualTo(first.json().get("id").stringValue());
    }

    @Test
    void a_document_may_be_written_over_several_lines() {
        assertThat(ingest.push("default", "\n{\n \"id\": \"1\",\n \"source\": \"pretty\",\n \"text\": \"x\"\n}\n")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void a_bad_document_is_a_problem_with_the_reason() {
        Answer answer = ingest.push("default", "{\"id\":\"1\",\"source\":\"bad\",\"text\":7}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().get("detail").stringValue()).isEqualTo("text must be a string");
        assertThat(answer.json().get("status").intValue()).isEqualTo(422);
    }

    @Test
    void an_array_is_taken_in_like_a_file() {
        Answer answer = ingest.push(
                "default",
                "[{\"id\":1,\"source\":\"array\",\"text\":\"x\"}, {\"id\":2,\"source\":\"array\"}, {\"id\":3,\"source\":\"array\",\"text\":\"y\"}]");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("received").intValue()).isEqualTo(3);
        assertThat(answer.json().get("published").intValue()).isEqualTo(2);
        assertThat(answer.json().at("/refused/0/line").intValue()).isEqualTo(2);
        assertThat(answer.json().at("/refused/0/reason").stringValue()).isEqualTo("text is missing");
    }

    @Test
    void a_broken_or_endless_array_is_refused_as_a_whole() {
        assertThat(ingest.push("default", "[{\"id\":1,\"source\":\"half\",\"text\":\"x\"},")
                        .status())
                .isEqualTo(422);
        assertThat(ingest.push("default", "[" + "{},".repeat(1_000) + "{}]").status())
                .isEqualTo(413);
        assertThat(ingest.push("default", "{\"text\":\"" + "x".repeat(9 << 20) + "\"}")
                        .status())
                .isEqualTo(413);
        assertThat(ingest.published("half")).isEmpty();
    }

    @Test
    void a_file_with_everything_that_goes_wrong_loses_nothing_else() throws Exception {
        var file = new ByteArrayOutputStream();
        String[] parts = {
            "\uFEFF{\"id\":1,\"source\":\"wild\",\"text\":\"eins\"}\r\n",
            "broken\n",
            "{\"id\":3,\"source\":\"wild\",\"text\":\"" + "x".repeat(10 << 20) + "\"}\n",
            "{\"id\":4,\"source\":\"wild\",\"text\":\"" + "x".repeat(1_000_000) + "\"}\n",
            "{\"id\":5,\"source\":\"wild\",\"text\":\"x\",\"created_at\":\"1970-01-01T00:00:00Z\"}\n",
            "{\"id\":6,\"source\":\"wild\",\"text\":\"x\",\"created_at\":\"2099-01-01T00:00:00Z\"}\n",
            "{\"source\":\"wild\",\"text\":\"x\"}\n",
            "\n",
            "{\"id\":9,\"source\":\"wild\",\"text\":\"a\\u0000b\\ud800c\u0007<script>alert(1)</script>\"}\n",
        };
        for (String part : parts) {
            file.write(part.getBytes(StandardCharsets.UTF_8));
        }
        file.write("{\"id\":10,\"source\":\"wild\",\"text\":\"spät\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        file.write("{\"id\":11,\"source\":\"wild\",\"text\":\"elf\"}".getBytes(StandardCharsets.UTF_8));

        Answer answer = ingest.importLines("default", "?firstLine=101", file.toByteArray());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("received").intValue()).isEqualTo(10);
        assertThat(answer.json().get("published").intValue()).isEqualTo(3);
        assertThat(answer.json().get("unreadable").intValue()).isEqualTo(7);
        assertThat(answer.json().get("refused").valueStream().map(refused -> refused.get("line")
                        .intValue()))
                .containsExactly(102, 103, 104, 105, 106, 107, 110);
        assertThat(ingest.published("wild"))
                .extracting(PostEvent.Published::text)
                .containsExactlyInAnyOrder("eins", "ab\ufffdc<script>alert(1)</script>", "elf");
    }

    @Test
    void lines_without_source_have_the_one_of_the_request() {
        Answer answer = ingest.importLines(
                "default", "?source=Defaulted", RunningIngest.bytes("{\"id\":1,\"text\":\"x\"}\nbroken\n"));
        assertThat(answer.json().get("published").intValue()).isEqualTo(1);
        assertThat(ingest.published("defaulted")).hasSize(1);
        assertThat(statementOf("defaulted").at("/received").intValue()).isEqualTo(2);
    }

    @Test
    void a_packed_file_is_unpacked() {
        Answer answer = ingest.importPacked(
                "default", RunningIngest.packed("{\"id\":1,\"source\":\"packed\",\"text\":\"x\"}\n"));
        assertThat(answer.json().get("published").intValue()).isEqualTo(1);
    }

    @Test
    void a_body_that_is_not_what_it_says_is_a_problem_and_not_a_failure() {
        String line = "{\"id\":1,\"source\":\"cut\",\"text\":\"x\"}\n";
        assertThat(ingest.importPacked("default", RunningIngest.bytes(line)).status())
                .isEqualTo(400);
        byte[] packed = RunningIngest.packed((line + "{\"id\":2,\"source\":\"cut\",\"text\":\"y\"}\n").repeat(5_000));
        Answer cut = ingest.importPacked("default", java.util.Arrays.copyOf(packed, packed.length - 20));
        assertThat(cut.status()).isEqualTo(400);
        assertThat(cut.json().get("nextLine").longValue())
                .isEqualTo(cut.json().get("received").longValue() + 1);
        assertThat(ingest.post(
                                "/api/v1/projects/default/documents/import",
                                "application/x-ndjson",
                                packed,
                                Map.of("Content-Encoding", "br"))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void a_bomb_is_not_unpacked_to_its_end() {
        Answer answer = ingest.importPacked("default", RunningIngest.packed(" ".repeat(64 << 20)));
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void a_deletion_by_id_is_passed_on() {
        String id = ingest.push("default", "{\"id\":\"a/1\",\"source\":\"deleting\",\"text\":\"x\"}")
                .json()
                .get("id")
                .stringValue();
        Answer answer = ingest.delete("/api/v1/projects/default/documents?source=deleting&id=a%2F1");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("id").stringValue()).isEqualTo(id);
        assertThat(ingest.log(Topics.POSTS))
                .extracting(posted -> Topics.POSTS.value().deserializer().deserialize("posts", posted.value()))
                .contains(new PostEvent.Retracted(id, "deleting"));
        assertThat(ingest.delete("/api/v1/projects/default/documents?source=deleting")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void the_posts_of_a_key_are_in_one_partition_at_their_arrival() {
        String id = ingest.push(
                        "default",
                        "{\"id\":\"1\",\"source\":\"keyed\",\"text\":\"x\",\"created_at\":\"2015-01-01T00:00:00Z\"}")
                .json()
                .get("id")
                .stringValue();
        ingest.push("default", "{\"id\":\"1\",\"source\":\"keyed\",\"text\":\"y\",\"operation\":\"update\"}");
        var records = ingest.log(Topics.POSTS).stream()
                .filter(posted -> id.equals(new String(posted.key(), StandardCharsets.US_ASCII)))
                .toList();
        assertThat(records).hasSize(2);
        assertThat(records)
                .extracting(posted -> posted.partition())
                .containsOnly(records.getFirst().partition());
        assertThat(System.currentTimeMillis() - records.getFirst().timestamp()).isLessThan(600_000);
    }

    @Test
    void an_erased_author_is_known_to_every_partition_and_ends_at_the_door() {
        String line = "{\"id\":1,\"source\":\"erasing\",\"text\":\"x\",\"author\":{\"id\":\"42\"}}\n";
        ingest.importLines("default", line);
        Answer erased = privacy("erasures", "{\"source\":\"erasing\",\"authorId\":\"42\"}");

        assertThat(erased.status()).isEqualTo(202);
        assertThat(erased.json().get("status").stringValue()).isEqualTo("erased");
        String author = erased.json().get("author").stringValue();
        assertThat(ingest.log(Topics.POSTS).stream()
                        .filter(posted -> Topics.POSTS.value().deserializer().deserialize("posts", posted.value())
                                        instanceof PostEvent.AuthorChanged changed
                                && changed.author().equals(author)
                                && changed.status() == AuthorStatus.ERASED)
                        .map(posted -> posted.partition()))
                .hasSize(12)
                .doesNotHaveDuplicates();
        assertThat(ingest.log(Topics.AUTHORS))
                .extracting(changed -> new String(changed.key(), StandardCharsets.US_ASCII))
                .contains(author);

        Answer later = ingest.importLines("default", line.replace("\"id\":1", "\"id\":2"));
        assertThat(later.json().at("/refused/0/reason").stringValue()).isEqualTo("the author was erased");
        assertThat(privacy("authors", "{\"source\":\"erasing\",\"authorId\":\"42\",\"status\":\"restored\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void an_author_can_be_hidden_and_restored_by_handle() {
        String hide = "{\"source\":\"hiding\",\"handle\":\"@jürgen\",\"status\":\"hidden\"}";
        Answer hidden = privacy("authors", hide);
        assertThat(hidden.status()).isEqualTo(202);
        assertThat(hidden.json().get("author").stringValue())
                .isEqualTo(InstallationKeyFiles.keys().names().author("hiding", "jürgen"));
        assertThat(privacy("authors", hide.replace("hidden", "restored")).status())
                .isEqualTo(202);
    }

    @Test
    void an_author_event_that_names_nobody_is_a_problem() {
        assertThat(privacy("erasures", "{\"source\":\"x\"}").status()).isEqualTo(422);
        assertThat(privacy("erasures", "{\"authorId\":\"1\"}").status()).isEqualTo(422);
        assertThat(privacy("authors", "{\"source\":\"x\",\"authorId\":\"1\",\"status\":\"gone\"}")
                        .status())
                .isEqualTo(422);
        assertThat(privacy("erasures", "{").status()).isEqualTo(400);
    }

    @Test
    void the_books_agree_with_the_answers() {
        ingest.importLines(
                "default",
                "{\"id\":1,\"source\":\"books\",\"text\":\"x\"}\n{\"id\":1,\"source\":\"books\",\"text\":\"x\"}\n{\"id\":2,\"source\":\"books\"}\n");
        var statement = statementOf("books");
        assertThat(statement.get("received").intValue()).isEqualTo(3);
        assertThat(statement.get("published").intValue()).isEqualTo(1);
        assertThat(statement.get("seen").intValue()).isEqualTo(1);
        assertThat(statement.get("unreadable").intValue()).isEqualTo(1);
        assertThat(statement.get("lastHeard").stringValue()).endsWith("Z");
        assertThat(ingest.get("/actuator/prometheus").response().body())
                .contains("posts_received_total{outcome=\"seen\",source=\"books\"} 1.0");
    }

    @Test
    void every_no_is_a_problem_of_rfc_9457() {
        byte[] none = new byte[0];
        var answers = Map.of(
                404, ingest.get("/nowhere"),
                405, ingest.get("/api/v1/projects/default/documents/import"),
                415, ingest.post("/api/v1/projects/default/documents/import", "text/csv", none, Map.of()),
                400, ingest.importLines("default", "?source=a%20b", none));
        answers.forEach((status, answer) -> {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.json().get("status").intValue()).isEqualTo(status);
        });
        assertThat(ingest.importLines("default", "?firstLine=x", none).status()).isEqualTo(400);
        assertThat(ingest.importLines("No_Project", "").status()).isEqualTo(404);
        assertThat(ingest.post(
                                "/api/v1/projects/default/documents/import",
                                "application/x-ndjson;charset=iso-8859-1",
                                none,
                                Map.of())
                        .status())
                .isEqualTo(415);
    }

    @Test
    void an_empty_file_is_a_file() {
        assertThat(ingest.importLines("default", "").json().get("received").intValue())
                .isZero();
    }

    @Test
    void it_is_ready_when_the_broker_answers() {
        await().atMost(ofSeconds(30)).untilAsserted(() -> assertThat(
                        ingest.get("/actuator/health/readiness").status())
                .isEqualTo(200));
        assertThat(ingest.get("/actuator/health/liveness").status()).isEqualTo(200);
    }

    private static Answer privacy(String what, String json) {
        return ingest.post("/api/v1/privacy/" + what, "application/json", RunningIngest.bytes(json), Map.of());
    }

    private static tools.jackson.databind.JsonNode statementOf(String source) {
        return ingest.get("/internal/sources")
                .json()
                .get("sources")
                .valueStream()
                .filter(statement -> statement.get("source").stringValue().equals(source))
                .findFirst()
                .orElseThrow();
    }
}
