package io.habitus.gateway;

import static io.habitus.gateway.Problems.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.backends.junit.Backends;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong is told in one form, and tells nothing of the inside. */
class ErrorsIT {

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/v1",
                "/api/v2/me",
                "/api/v1/me/",
                "/api/v1/projects/default/nothing",
                "/api/v1/%6de",
                "/actuator",
                "/actuator/",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/heapdump",
                "/actuator/threaddump",
                "/actuator/loggers",
                "/actuator/configprops",
                "/actuator/mappings",
                "/actuator/shutdown",
                "/actuator/health/ping",
                "/actuator/health/ledgers",
                "/error",
                "/META-INF/MANIFEST.MF",
                "/WEB-INF/web.xml",
                "/application.yml",
                "/api-gateway.yml",
                "/assets/../api-gateway.yml",
                "/..%2f..%2fetc/passwd",
                "/swagger-ui/index.html",
                "/v3/api-docs",
                "/internal/status",
                "/api/v1/internal/status"
            })
    void what_is_not_there_is_404_with_and_without_a_key(String path) {
        var status = path.contains("%2f") ? 400 : 404;
        assertProblem(gateway.send(gateway.get(path)), status);
        assertProblem(gateway.sendAsAdmin(gateway.get(path)), status);
    }

    @Test
    void actuator_tells_strangers_that_it_works_and_nothing_more() {
        for (var path : List.of("/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness")) {
            var answer = gateway.send(gateway.get(path));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("components").doesNotContain("details");
        }
        assertProblem(gateway.send(gateway.get("/actuator/prometheus")), 401);
        assertThat(gateway.sendAsAdmin(gateway.get("/actuator/prometheus")).body())
                .contains("jvm_memory_used_bytes")
                .contains("http_server_requests_seconds_count");
    }

    @Test
    void an_answer_nobody_can_read_is_406() {
        assertProblem(gateway.send(gateway.get("/actuator/health").header("Accept", "image/png")), 406);
    }

    @TestFactory
    Stream<DynamicTest> a_method_that_is_not_there_is_405_and_says_which_are() {
        return Stream.of("PUT", "PATCH", "OPTIONS", "PROPFIND", "get")
                .map(method -> DynamicTest.dynamicTest(method, () -> {
                    var answer = assertProblem(
                            gateway.sendAsAdmin(gateway.asked(method, "/api/v1/session", BodyPublishers.noBody())),
                            405);
                    assertThat(answer.headers().firstValue("Allow")).hasValue("DELETE, POST");
                }));
    }

    @Test
    void a_body_of_the_wrong_kind_is_415() {
        for (var type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
            assertProblem(
                    gateway.sendAsAdmin(gateway.asked("POST", "/api/v1/keys", BodyPublishers.ofString("a=b"))
                            .header("Content-Type", type)),
                    415);
        }
        assertProblem(gateway.sendAsAdmin(gateway.asked("POST", "/api/v1/keys", BodyPublishers.ofString("{}"))), 415);
        assertProblem(
                gateway.sendAsAdmin(gateway.asked("POST", "/api/v1/keys", BodyPublishers.ofString("{}"))
                        .header("Content-Type", "application/json; charset=UTF-16")),
                415);
        assertProblem(
                gateway.sendAsAdmin(gateway.asked("POST", "/api/v1/keys", BodyPublishers.ofString("{}"))
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")),
                415);
        assertProblem(
                gateway.sendAsAdmin(gateway.asked(
                                "POST", "/api/v1/projects/default/documents/import", BodyPublishers.ofString("{}"))
                        .header("Content-Type", "application/json")),
                415);
    }

    @Test
    void every_answer_is_guarded_whatever_it_is() {
        for (var path : List.of("/", "/openapi.json", "/api/v1/health", "/api/v1/me", "/nothing.js")) {
            var headers = gateway.send(gateway.get(path)).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .contains("require-trusted-types-for 'script'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Permissions-Policy")).isPresent();
            assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
            assertThat(headers.firstValue("Server")).isEmpty();
            assertThat(headers.firstValue("X-Request-Id")).isPresent();
        }
    }

    @Test
    void a_request_id_is_taken_over_where_it_is_harmless() {
        var taken = gateway.send(gateway.get("/api/v1/health").header("X-Request-Id", "abc-1.2_3"));
        assertThat(taken.headers().firstValue("X-Request-Id")).hasValue("abc-1.2_3");
        for (var strange : List.of("a b", "a;b", "ä", "x".repeat(65), "<script>")) {
            var made = gateway.send(gateway.get("/api/v1/health").header("X-Request-Id", strange));
            assertThat(made.headers().firstValue("X-Request-Id").orElseThrow()).matches("[0-9a-f-]{36}");
        }
    }

    @Test
    void what_the_server_itself_refuses_tells_nothing_of_it() throws IOException {
        for (var request : List.of(
                "GET /a|b HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /a%00b HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /a%2Fb HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nA: " + "x".repeat(40_000) + "\r\n\r\n",
                "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: nonsense\r\n\r\n",
                "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n")) {
            var answer = raw(request);
            assertThat(answer)
                    .as(request.substring(0, Math.min(60, request.length())))
                    .matches("(?s)HTTP/1.1 (4\\d\\d|501) .*")
                    .doesNotContain("Tomcat")
                    .doesNotContain("Exception")
                    .doesNotContain("<html");
            if (!answer.contains("content-length: 0") && !answer.contains("Content-Length: 0")) {
                assertThat(answer).contains("application/problem+json");
            }
        }
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", gateway.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    void a_key_in_the_address_opens_nothing() {
        assertProblem(gateway.send(gateway.get("/api/v1/me?key=" + RunningGateway.ADMIN_KEY)), 401);
        assertProblem(gateway.send(gateway.get("/api/v1/me?access_token=" + RunningGateway.ADMIN_KEY)), 401);
    }

    @Test
    void a_query_that_is_no_query_is_the_services_business_or_400() {
        assertThat(gateway.sendAsAdmin(gateway.get("/api/v1/projects/default/mentions?q=%25%zz".replace("%zz", "")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(gateway.analysis.heard.element().uri()).endsWith("?q=%25");
    }
}
