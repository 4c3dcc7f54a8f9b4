package io.habitus.ingest;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.habitus.backends.junit.Backends;
import io.habitus.contracts.PostEvent;
import io.habitus.ingest.RunningIngest.Answer;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a client gets while the broker is away, and that going on where it stopped loses nothing. */
class BrokerAwayIT {

    @RegisterExtension
    static final Backends BACKENDS = Backends.shared();

    @AfterEach
    void leaveTheBrokerRunning() {
        BACKENDS.bootstrapServers();
    }

    @Test
    void an_import_over_a_restart_of_the_broker_is_complete() throws Exception {
        try (var ingest = new RunningIngest(BACKENDS.bootstrapServers(), "--ingest.patience=60s")) {
            ingest.importLines("default", lines("restart", 1, 10));
            BACKENDS.stopKafka();
            var answer = java.util.concurrent.CompletableFuture.supplyAsync(
                    () -> ingest.importLines("default", lines("restart", 11, 990)));
            BACKENDS.startKafka();
            assertThat(answer.get().status()).isEqualTo(200);
            assertThat(distinct(ingest, "restart")).hasSize(1_000);
        }
    }

    @Test
    void a_client_that_goes_on_where_it_was_told_loses_nothing() {
        try (var ingest = new RunningIngest(BACKENDS.bootstrapServers(), "--ingest.patience=3s")) {
            assertThat(ingest.importLines("default", lines("resume", 1, 10)).status())
                    .isEqualTo(200);
            BACKENDS.stopKafka();

            Answer away = ingest.importLines("default", lines("resume", 11, 490));
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.response().headers().firstValue("Retry-After")).isPresent();
            assertThat(away.contentType()).startsWith("application/problem+json");
            int next = away.json().get("nextLine").intValue();
            assertThat(away.json().get("received").intValue()).isEqualTo(next - 1);
            assertThat(ingest.push("default", lines("resume", 501, 1)).status()).isEqualTo(503);
            assertThat(ingest.get("/actuator/health/readiness").status()).isEqualTo(503);
            assertThat(ingest.get("/actuator/health/liveness").status()).isEqualTo(200);

            BACKENDS.startKafka();
            await().atMost(ofSeconds(60)).untilAsserted(() -> assertThat(
                            ingest.get("/actuator/health/readiness").status())
                    .isEqualTo(200));
            assertThat(ingest.importLines("default", lines("resume", 10 + next, 491 - next))
                            .status())
                    .isEqualTo(200);
            assertThat(distinct(ingest, "resume")).hasSize(500);
        }
    }

    @Test
    void a_service_that_starts_before_its_broker_waits_for_it() {
        String bootstrapServers = BACKENDS.bootstrapServers();
        BACKENDS.stopKafka();
        try (var ingest = new RunningIngest(bootstrapServers, "--ingest.patience=3s")) {
            assertThat(ingest.get("/actuator/health/readiness").status()).isEqualTo(503);
            assertThat(ingest.importLines("default", lines("early", 1, 1)).status())
                    .isEqualTo(503);
            BACKENDS.startKafka();
            await().atMost(ofSeconds(60)).untilAsserted(() -> assertThat(
                            ingest.get("/actuator/health/readiness").status())
                    .isEqualTo(200));
            assertThat(ingest.importLines("default", lines("early", 1, 1)).status())
                    .isEqualTo(200);
        }
    }

    private static HashSet<String> distinct(RunningIngest ingest, String source) {
        var ids = new HashSet<String>();
        ingest.published(source).stream().map(PostEvent.Published::postId).forEach(ids::add);
        return ids;
    }

    private static String lines(String source, int first, int count) {
        var lines = new StringBuilder();
        for (int id = first; id < first + count; id++) {
            lines.append("{\"id\":")
                    .append(id)
                    .append(",\"source\":\"")
                    .append(source)
                    .append("\",\"text\":\"x\"}\n");
        }
        return lines.toString();
    }
}
