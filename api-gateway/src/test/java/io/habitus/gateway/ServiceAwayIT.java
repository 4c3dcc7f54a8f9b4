package io.habitus.gateway;

import static io.habitus.gateway.Problems.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.habitus.backends.junit.Backends;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One service is away, another hangs up in the middle of a sentence. */
class ServiceAwayIT {

    @RegisterExtension
    static final Backends BACKENDS = Backends.shared();

    private static final String WATCHES = "/api/v1/projects/default/watches";
    private static final String VIEWS = "/api/v1/projects/default/views";

    static RunningGateway gateway;
    static ServerSocket rude;
    static volatile String lastWords;

    @BeforeAll
    static void start() throws IOException {
        rude = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(ServiceAwayIT::hangUpOnEverybody);
        gateway = RunningGateway.startBefore(
                BACKENDS.bootstrapServers(),
                URI.create("http://127.0.0.1:1"),
                URI.create("http://127.0.0.1:" + rude.getLocalPort()));
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        rude.close();
    }

    private static void hangUpOnEverybody() {
        while (!rude.isClosed()) {
            try (var caller = rude.accept()) {
                caller.getInputStream().read(new byte[1 << 16]);
                caller.getOutputStream().write(lastWords.getBytes(UTF_8));
                // Everything is sent, then the connection is reset.
                caller.getOutputStream().flush();
                caller.setSoLinger(false, 0);
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Test
    void a_service_that_is_away_is_503_and_try_again() {
        var answer = assertProblem(gateway.sendAsAdmin(gateway.get(WATCHES)), 503);
        assertThat(answer.body()).contains("analysis-service");
        assertProblem(gateway.sendAsAdmin(gateway.posted(WATCHES, "{\"name\":\"a\",\"query\":\"b\"}")), 503);
        var named = gateway.issueKey("{\"name\":\"x\",\"scopes\":[\"identify\"]}");
        assertProblem(
                gateway.send(RunningGateway.with(named, gateway.get("/api/v1/projects/default/mentions/x/origin"))),
                503);
    }

    @Test
    void health_and_status_say_who_is_away() {
        var health = gateway.send(gateway.get("/api/v1/health"));
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).isEqualTo("{\"status\":\"down\"}");
        var status = RunningGateway.json(gateway.sendAsAdmin(gateway.get("/api/v1/status")));
        assertThat(status.path("status").asString()).isEqualTo("down");
        assertThat(status.path("services").get(0).path("status").asString()).isEqualTo("up");
        assertThat(status.path("services").get(1).path("status").asString()).isEqualTo("away");
        assertThat(status.path("services").get(3).path("status").asString()).isEqualTo("up");
    }

    @Test
    void a_service_that_hangs_up_without_a_word_is_503() {
        lastWords = "";
        assertProblem(gateway.sendAsAdmin(gateway.get(VIEWS)), 503);
    }

    @Test
    void a_service_that_speaks_no_http_is_503() {
        lastWords = "220 mail ready\r\n";
        assertProblem(gateway.sendAsAdmin(gateway.get(VIEWS)), 503);
    }

    @Test
    void an_answer_that_breaks_off_is_seen_to_break_off() {
        for (var framing :
                new String[] {"Transfer-Encoding: chunked\r\n\r\nffff\r\n", "Content-Length: 70000\r\n\r\n"}) {
            lastWords = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + framing + "[1,".repeat(10_000);
            assertThatThrownBy(() -> gateway.client.send(
                            RunningGateway.with(RunningGateway.ADMIN_KEY, gateway.get(VIEWS))
                                    .build(),
                            BodyHandlers.ofString()))
                    .as(framing)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void an_answer_that_breaks_off_at_its_beginning_is_an_error_in_words() {
        lastWords = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 70000\r\n\r\n";
        assertProblem(gateway.sendAsAdmin(gateway.get(VIEWS)), 502);
    }
}
