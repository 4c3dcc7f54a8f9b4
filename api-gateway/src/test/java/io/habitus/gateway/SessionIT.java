package io.habitus.gateway;

import static io.habitus.gateway.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.backends.junit.Backends;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionIT {

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

    private static HttpResponse<String> logIn(String key) {
        return gateway.send(gateway.posted("/api/v1/session", "{\"key\":\"" + key + "\"}"));
    }

    /** The cookie as a browser sends it back. */
    private static String cookie() {
        return logIn(RunningGateway.ADMIN_KEY)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";")[0];
    }

    private static HttpRequest.Builder newKey(String cookie) {
        return gateway.posted("/api/v1/keys", "{\"name\":\"x\",\"scopes\":[\"read\"]}")
                .header("Cookie", cookie);
    }

    @Test
    void a_key_opens_a_session_that_no_script_can_read_and_no_other_site_can_send() {
        var answer = logIn(RunningGateway.ADMIN_KEY);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(RunningGateway.json(answer).path("name").asString()).isEqualTo("admin");
        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .startsWith("habitus_session=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43")
                .doesNotContain("Secure", RunningGateway.ADMIN_KEY.substring(13));
    }

    @Test
    void behind_a_proxy_that_speaks_https_the_cookie_goes_by_https_alone() {
        var answer = gateway.send(gateway.posted("/api/v1/session", "{\"key\":\"" + RunningGateway.ADMIN_KEY + "\"}")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", "203.0.113.9"));
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("; Secure");
    }

    @Test
    void behind_a_proxy_that_does_not_tell_its_port_our_own_page_may_change_things() {
        assertThat(gateway.send(newKey(cookie())
                                .header("X-Forwarded-Proto", "http")
                                .header("Origin", "http://127.0.0.1:" + gateway.port()))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_session_asks_as_its_key_does() {
        var me = gateway.send(gateway.get("/api/v1/me").header("Cookie", "a=b; " + cookie()));
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(RunningGateway.json(me).path("endsAt").asString()).isNotEmpty();
    }

    @Test
    void our_own_page_may_change_things() {
        assertThat(gateway.send(newKey(cookie()).header("Sec-Fetch-Site", "same-origin"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(gateway.send(newKey(cookie()).header("Origin", "http://127.0.0.1:" + gateway.port()))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void other_pages_change_nothing() {
        assertProblem(gateway.send(newKey(cookie())), 403);
        for (var site : new String[] {"cross-site", "same-site", "none"}) {
            assertProblem(gateway.send(newKey(cookie()).header("Sec-Fetch-Site", site)), 403);
        }
        for (var origin : new String[] {
            "http://evil.example",
            "http://127.0.0.1",
            "https://127.0.0.1:" + gateway.port(),
            "http://localhost:" + gateway.port(),
            "null",
            ":"
        }) {
            assertProblem(gateway.send(newKey(cookie()).header("Origin", origin)), 403);
        }
        assertProblem(
                gateway.send(newKey(cookie())
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Origin", "http://127.0.0.1:" + gateway.port())),
                403);
    }

    @Test
    void other_pages_cannot_log_anybody_in_or_out() {
        assertProblem(
                gateway.send(gateway.posted("/api/v1/session", "{\"key\":\"" + RunningGateway.ADMIN_KEY + "\"}")
                        .header("Sec-Fetch-Site", "cross-site")),
                403);
        assertProblem(
                gateway.send(gateway.asked("DELETE", "/api/v1/session", BodyPublishers.noBody())
                        .header("Origin", "http://evil.example")),
                403);
    }

    @Test
    void logging_out_takes_the_cookie_away() {
        var answer = gateway.send(gateway.asked("DELETE", "/api/v1/session", BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("habitus_session=;")
                .contains("Max-Age=0");
    }

    @Test
    void a_session_of_a_revoked_key_is_over() {
        var key = gateway.issueKey("{\"name\":\"x\",\"scopes\":[\"read\"]}");
        var cookie = logIn(key).headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        gateway.sendAsAdmin(gateway.asked("DELETE", "/api/v1/keys/" + key.substring(4, 12), BodyPublishers.noBody()));
        var refused = gateway.send(gateway.get("/api/v1/me").header("Cookie", cookie));
        assertProblem(refused, refused.statusCode() == 429 ? 429 : 401);
    }

    @Test
    void whoever_guesses_is_slowed_down_and_whoever_knows_is_not() {
        HttpResponse<String> answer = null;
        for (var i = 0; i <= 10; i++) {
            answer = logIn("hab_aaaaaaaa_" + "b".repeat(43));
        }
        assertProblem(answer, 429);
        assertThat(logIn(RunningGateway.ADMIN_KEY).statusCode()).isEqualTo(200);
        assertThat(gateway.sendAsAdmin(gateway.get("/api/v1/me")).statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_no_log_in_is_refused() {
        assertProblem(gateway.send(gateway.posted("/api/v1/session", "{}")), 422);
        assertProblem(gateway.send(gateway.posted("/api/v1/session", "{\"key\":7}")), 400);
        assertProblem(gateway.send(gateway.posted("/api/v1/session", "{\"key\":\"" + "x".repeat(5000) + "\"}")), 413);
        assertProblem(
                gateway.send(gateway.asked("POST", "/api/v1/session", BodyPublishers.ofString("key=x"))
                        .header("Content-Type", "application/x-www-form-urlencoded")),
                415);
    }
}
