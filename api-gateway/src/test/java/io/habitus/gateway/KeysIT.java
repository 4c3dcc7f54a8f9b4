package io.habitus.gateway;

import static io.habitus.gateway.Problems.assertProblem;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.habitus.backends.junit.Backends;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class KeysIT {

    @RegisterExtension
    static final Backends BACKENDS = Backends.shared();

    static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        gateway = RunningGateway.start(BACKENDS.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static String idOf(String key) {
        return key.substring(4, 12);
    }

    private static HttpResponse<String> revoke(String id) {
        return gateway.sendAsAdmin(gateway.asked("DELETE", "/api/v1/keys/" + id, BodyPublishers.noBody()));
    }

    private static HttpResponse<String> me(RunningGateway gateway, String key) {
        return gateway.send(RunningGateway.with(key, gateway.get("/api/v1/me")));
    }

    @Test
    void a_new_key_works_as_soon_as_it_is_told() {
        var key = gateway.issueKey("{\"name\":\"new\",\"scopes\":[\"read\"]}");
        assertThat(me(gateway, key).statusCode()).isEqualTo(200);
    }

    @Test
    void a_revoked_key_is_refused_at_once_here_and_within_five_seconds_elsewhere() throws IOException {
        var key = gateway.issueKey("{\"name\":\"brief\",\"scopes\":[\"read\"]}");
        try (var other = gateway.another(BACKENDS.bootstrapServers())) {
            await().atMost(ofSeconds(5))
                    .untilAsserted(() -> assertThat(me(other, key).statusCode()).isEqualTo(200));
            assertThat(revoke(idOf(key)).statusCode()).isEqualTo(204);
            assertProblem(me(gateway, key), 401);
            await().atMost(ofSeconds(5)).untilAsserted(() -> assertProblem(me(other, key), 401));
        }
    }

    @Test
    void keys_outlive_the_gateway() throws IOException {
        var key = gateway.issueKey("{\"name\":\"lasting\",\"scopes\":[\"read\"]}");
        try (var later = gateway.another(BACKENDS.bootstrapServers())) {
            assertThat(me(later, key).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void no_key_is_found_in_the_log_or_in_the_topic(CapturedOutput output) {
        var key = gateway.issueKey("{\"name\":\"secret\",\"scopes\":[\"read\"]}");
        me(gateway, key);
        me(gateway, key.substring(0, 55) + "x");
        revoke(idOf(key));
        var secret = key.substring(13);
        assertThat(output.getAll()).doesNotContain(secret).contains("a key was issued");
        assertThat(everythingIn("keys")).isNotEmpty().noneMatch(record -> record.contains(secret));
    }

    private static List<String> everythingIn(String topic) {
        var deserializer = new StringDeserializer();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", BACKENDS.bootstrapServers(), "auto.offset.reset", "earliest"),
                deserializer,
                deserializer)) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            var records = new ArrayList<String>();
            while (consumer.position(partition)
                    < consumer.endOffsets(List.of(partition)).get(partition)) {
                consumer.poll(ofSeconds(1)).forEach(record -> records.add(record.value()));
            }
            return records;
        }
    }

    @Test
    void the_list_names_keys_but_never_shows_one() {
        var key = gateway.issueKey(
                "{\"name\":\"listed\",\"scopes\":[\"write\",\"read\"],\"expiresAt\":\"2099-01-01T00:00:00Z\"}");
        var list = gateway.sendAsAdmin(gateway.get("/api/v1/keys"));
        assertThat(list.body()).contains(idOf(key)).doesNotContain(key).doesNotContain("sha256");
        var listed = RunningGateway.json(list)
                .path("keys")
                .valueStream()
                .filter(each -> each.path("id").asString().equals(idOf(key)))
                .findFirst()
                .orElseThrow();
        assertThat(listed.path("scopes").toString()).isEqualTo("[\"read\",\"write\"]");
        assertThat(listed.path("expiresAt").asString()).isEqualTo("2099-01-01T00:00:00Z");
    }

    @Test
    void a_key_of_some_projects_makes_keys_for_those_only() {
        var project = "p" + UUID.randomUUID();
        gateway.sendAsAdmin(gateway.posted("/api/v1/projects", "{\"name\":\"" + project + "\"}"));
        var local = gateway.issueKey(
                "{\"name\":\"local\",\"scopes\":[\"admin\",\"read\"],\"projects\":[\"" + project + "\"]}");
        for (var projects : List.of("[]", "[\"default\"]", "[\"" + project + "\",\"default\"]")) {
            assertProblem(
                    gateway.send(RunningGateway.with(
                            local,
                            gateway.posted(
                                    "/api/v1/keys",
                                    "{\"name\":\"x\",\"scopes\":[\"read\"],\"projects\":" + projects + "}"))),
                    422);
        }
        var made = gateway.send(RunningGateway.with(
                local,
                gateway.posted(
                        "/api/v1/keys", "{\"name\":\"x\",\"scopes\":[\"read\"],\"projects\":[\"" + project + "\"]}")));
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void keys_of_other_projects_do_not_exist_for_a_key_of_some() {
        var project = "p" + UUID.randomUUID();
        gateway.sendAsAdmin(gateway.posted("/api/v1/projects", "{\"name\":\"" + project + "\"}"));
        var local = gateway.issueKey("{\"name\":\"local\",\"scopes\":[\"admin\"],\"projects\":[\"" + project + "\"]}");
        var master = gateway.issueKey("{\"name\":\"master\",\"scopes\":[\"read\"]}");
        var list = gateway.send(RunningGateway.with(local, gateway.get("/api/v1/keys")));
        assertThat(RunningGateway.json(list).path("keys").valueStream().map(key -> key.path("id")
                        .asString()))
                .containsExactly(idOf(local));
        assertProblem(
                gateway.send(RunningGateway.with(
                        local, gateway.asked("DELETE", "/api/v1/keys/" + idOf(master), BodyPublishers.noBody()))),
                404);
        assertThat(me(gateway, master).statusCode()).isEqualTo(200);
    }

    @Test
    void the_last_key_that_can_do_everything_stays() {
        var id = RunningGateway.json(gateway.sendAsAdmin(gateway.get("/api/v1/me")))
                .path("keyId")
                .asString();
        var others = RunningGateway.json(gateway.sendAsAdmin(gateway.get("/api/v1/keys")))
                .path("keys")
                .valueStream()
                .filter(key -> key.path("scopes").toString().contains("admin"))
                .map(key -> key.path("id").asString())
                .filter(other -> !other.equals(id))
                .toList();
        others.forEach(KeysIT::revoke);
        assertProblem(revoke(id), 409);
    }

    @Test
    void what_makes_no_sense_is_refused_field_by_field() {
        var answer = assertProblem(
                gateway.sendAsAdmin(
                        gateway.posted(
                                "/api/v1/keys",
                                "{\"name\":\" \",\"scopes\":[],\"projects\":[\"nowhere\"],\"expiresAt\":\"2001-01-01T00:00:00Z\"}")),
                422);
        assertThat(RunningGateway.json(answer).path("errors").valueStream().map(error -> error.path("field")
                        .asString()))
                .containsExactlyInAnyOrder("name", "scopes", "projects", "expiresAt");
        assertProblem(gateway.sendAsAdmin(gateway.posted("/api/v1/keys", "{\"scopes\":[\"root\"]}")), 400);
        assertProblem(gateway.sendAsAdmin(gateway.posted("/api/v1/keys", "{\"nam\":\"x\"}")), 400);
        assertProblem(gateway.sendAsAdmin(gateway.posted("/api/v1/keys", "null")), 400);
        assertProblem(gateway.sendAsAdmin(gateway.posted("/api/v1/keys", "")), 400);
        assertProblem(gateway.sendAsAdmin(gateway.posted("/api/v1/keys", "{} {}")), 400);
        assertProblem(gateway.sendAsAdmin(gateway.posted("/api/v1/keys", "[".repeat(100_000))), 400);
    }
}
