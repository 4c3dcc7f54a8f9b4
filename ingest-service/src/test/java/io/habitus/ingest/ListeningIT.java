package io.habitus.ingest;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.habitus.backends.junit.Backends;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What outlives a restart of this service, and which gaps are told. */
class ListeningIT {

    @RegisterExtension
    static final Backends BACKENDS = Backends.shared();

    @AfterEach
    void leaveTheBrokerRunning() {
        BACKENDS.bootstrapServers();
    }

    @Test
    void accounts_go_on_after_a_restart_and_the_time_between_is_a_gap() {
        JsonNode before;
        try (var ingest = new RunningIngest(BACKENDS.bootstrapServers())) {
            ingest.importLines("default", lines(1, 30));
            before = account(ingest, "restarted");
        }
        Instant between = Instant.now();
        try (var ingest = new RunningIngest(BACKENDS.bootstrapServers())) {
            ingest.importLines("default", lines(31, 12));

            JsonNode after = account(ingest, "restarted");
            assertThat(before.get("published").intValue()).isEqualTo(30);
            assertThat(after.get("published").intValue()).isEqualTo(42);
            assertThat(after.get("received").intValue()).isEqualTo(42);
            assertThat(after.get("since")).isEqualTo(before.get("since"));
            await().atMost(ofSeconds(30))
                    .untilAsserted(() -> assertThat(gapAround(between, ingest)).isEqualTo("stopped"));
        }
    }

    @Test
    void a_broker_that_was_away_is_a_gap_of_a_service_that_ran() {
        Instant begun = Instant.now();
        try (var ingest = new RunningIngest(BACKENDS.bootstrapServers(), "--ingest.patience=3s")) {
            await().atMost(ofSeconds(30)).until(() -> until(ingest).isAfter(begun));
            BACKENDS.stopKafka();
            Instant away = Instant.now();
            await().atMost(ofSeconds(60))
                    .until(() -> Instant.now().isAfter(until(ingest).plusSeconds(20)));
            BACKENDS.startKafka();

            await().atMost(ofSeconds(60)).untilAsserted(() -> assertThat(gapAround(away.plusSeconds(8), ingest))
                    .isEqualTo("held-up"));
        }
    }

    private static JsonNode account(RunningIngest ingest, String source) {
        return ingest.get("/internal/sources")
                .json()
                .get("sources")
                .valueStream()
                .filter(account -> account.get("source").stringValue().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode listening(RunningIngest ingest) {
        return ingest.get("/internal/sources").json().path("listening");
    }

    private static Instant until(RunningIngest ingest) {
        return Instant.parse(listening(ingest).path("until").stringValue(Instant.EPOCH.toString()));
    }

    /** Why nothing could be taken in at that moment; null if something could. */
    private static String gapAround(Instant moment, RunningIngest ingest) {
        List<JsonNode> gaps = listening(ingest)
                .path("gaps")
                .valueStream()
                .filter(gap -> !Instant.parse(gap.get("from").stringValue()).isAfter(moment)
                        && Instant.parse(gap.get("to").stringValue()).isAfter(moment))
                .toList();
        return gaps.isEmpty() ? null : gaps.getFirst().get("cause").stringValue();
    }

    private static String lines(int first, int count) {
        var lines = new StringBuilder();
        for (int id = first; id < first + count; id++) {
            lines.append("{\"id\":\"r").append(id).append("\",\"source\":\"restarted\",\"text\":\"x\"}\n");
        }
        return lines.toString();
    }
}
