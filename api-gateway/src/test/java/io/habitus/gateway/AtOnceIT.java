package io.habitus.gateway;

import static io.habitus.gateway.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.habitus.backends.junit.Backends;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** More is asked at once than a service can take. */
class AtOnceIT {

    @RegisterExtension
    static final Backends BACKENDS = Backends.shared();

    private static final String DOCUMENTS = "/api/v1/projects/default/documents";
    private static final String POST = "{\"id\":\"1\",\"source\":\"s\",\"text\":\"Hallo\"}";
    private static final int MOST = 2;

    private final CountDownLatch slow = new CountDownLatch(1);
    private RunningGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = RunningGateway.start(BACKENDS.bootstrapServers(), "--gateway.questions-at-once=" + MOST);
        gateway.ingest.answer = exchange -> {
            try {
                slow.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            SmallService.send(exchange, 202, "application/json", "{}");
        };
    }

    @AfterEach
    void stop() {
        slow.countDown();
        gateway.close();
    }

    @Test
    void a_service_gets_so_many_posts_at_once_and_the_others_wait_or_hear_that_it_is_busy() {
        var early = IntStream.range(0, MOST).mapToObj(_ -> pushed()).toList();
        await().until(() -> gateway.ingest.heard.size() == MOST);
        var tooLate = assertProblem(pushed().join(), 503);
        assertThat(tooLate.headers().firstValue("Retry-After")).contains("1");
        assertThat(tooLate.body()).contains("ingest-service is asked too much at once");
        assertThat(gateway.ingest.heard).hasSize(MOST);

        var waiting = IntStream.range(0, MOST * 8).mapToObj(_ -> pushed()).toList();
        slow.countDown();
        early.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(202));
        waiting.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(202));
        assertThat(gateway.ingest.heard).hasSize(MOST + MOST * 8);
    }

    @Test
    void an_import_and_other_services_do_not_wait_for_them() {
        var early = IntStream.range(0, MOST).mapToObj(_ -> pushed()).toList();
        await().until(() -> gateway.ingest.heard.size() == MOST);
        var lines = sent(gateway.asked("POST", DOCUMENTS + "/import", BodyPublishers.ofString(POST))
                .header("Content-Type", "application/x-ndjson"));
        await().until(() -> gateway.ingest.heard.size() == MOST + 1);
        assertThat(gateway.sendAsAdmin(gateway.get("/api/v1/projects/default/watches"))
                        .statusCode())
                .isEqualTo(200);
        slow.countDown();
        early.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(202));
        assertThat(lines.join().statusCode()).isEqualTo(202);
    }

    private CompletableFuture<HttpResponse<String>> pushed() {
        return sent(gateway.posted(DOCUMENTS, POST));
    }

    private CompletableFuture<HttpResponse<String>> sent(HttpRequest.Builder request) {
        return gateway.client.sendAsync(
                RunningGateway.with(RunningGateway.ADMIN_KEY, request).build(), BodyHandlers.ofString());
    }
}
