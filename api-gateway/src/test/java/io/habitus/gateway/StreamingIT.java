package io.habitus.gateway;

import static io.habitus.gateway.Problems.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import io.habitus.backends.junit.Backends;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What flows through the door, in both directions, and what happens when it stops flowing. */
class StreamingIT {

    @RegisterExtension
    static final Backends BACKENDS = Backends.shared();

    private static final String IMPORT = "/api/v1/projects/default/documents/import";
    private static final String DOCUMENTS = "/api/v1/projects/default/documents";
    private static final String WATCHES = "/api/v1/projects/default/watches";
    private static final String VIEW = "/api/v1/projects/default/watches/bahn/view";

    private static final String STREAM = VIEW + "/stream";

    static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        gateway = RunningGateway.start(
                BACKENDS.bootstrapServers(), "--gateway.answer-within=2s", "--gateway.streams-for-a-key=2");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void forget() {
        gateway.ingest.forget();
        gateway.analysis.forget();
        gateway.persona.forget();
    }

    /** So many lines of 1,000 bytes, made as they are read. */
    private static final class Lines extends InputStream {
        private static final byte[] LINE = ("{\"id\":\"" + "x".repeat(990) + "\"}\n").getBytes(UTF_8);
        private long left;

        Lines(long lines) {
            left = lines * LINE.length;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            var at = (int) ((LINE.length - left % LINE.length) % LINE.length);
            var count = (int) Math.min(left, Math.min(length, LINE.length - at));
            System.arraycopy(LINE, at, target, offset, count);
            left -= count;
            return count;
        }
    }

    private static HttpResponse<String> importing(Supplier<InputStream> body) {
        return gateway.sendAsAdmin(gateway.asked("POST", IMPORT, BodyPublishers.ofInputStream(body))
                .header("Content-Type", "application/x-ndjson"));
    }

    @Test
    void an_import_of_200_megabytes_passes_with_flat_memory() {
        gateway.ingest.reads = false;
        var received = new AtomicLong();
        var highest = new AtomicLong();
        gateway.ingest.answer = exchange -> {
            var buffer = new byte[1 << 16];
            var body = exchange.getRequestBody();
            for (var count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                if (received.addAndGet(count) / (20 << 20) > (received.get() - count) / (20 << 20)) {
                    highest.accumulateAndGet(heapAfterCollection(), Math::max);
                }
            }
            SmallService.send(exchange, 200, "application/json", "{\"received\":200000}");
        };
        var before = heapAfterCollection();
        var begun = Instant.now();

        var answer = importing(() -> new Lines(200_000));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(received).hasValue(200_000L * Lines.LINE.length);
        // Far below the 200 MB, and far above what other requests of these tests leave behind.
        assertThat(highest.get() - before).isLessThan(64 << 20);
        System.out.printf(
                "200 MB through the door in %s, heap at most %+d KiB%n",
                Duration.between(begun, Instant.now()), (highest.get() - before) >> 10);
    }

    private static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void an_import_arrives_while_it_is_still_being_sent() throws IOException, InterruptedException {
        gateway.ingest.reads = false;
        var firstArrived = new CountDownLatch(1);
        gateway.ingest.answer = exchange -> {
            exchange.getRequestBody().read();
            firstArrived.countDown();
            exchange.getRequestBody().readAllBytes();
            SmallService.send(exchange, 200, "application/json", "{}");
        };
        try (var sender = ChunkedSender.to(gateway.port(), IMPORT, RunningGateway.ADMIN_KEY)) {
            sender.send("{\"id\":1}\n");
            assertThat(firstArrived.await(10, TimeUnit.SECONDS)).isTrue();
            sender.end();
            assertThat(sender.statusLine()).startsWith("HTTP/1.1 200");
        }
    }

    private static <T> CompletableFuture<T> inBackground(Supplier<T> what) {
        return CompletableFuture.supplyAsync(what, task -> Thread.ofVirtual().start(task));
    }

    @Test
    void an_import_may_come_zipped_and_passes_as_it_is() throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write("{\"id\":1}\n".getBytes(UTF_8));
        }
        var answer = gateway.sendAsAdmin(
                gateway.asked("POST", IMPORT + "?source=forum", BodyPublishers.ofByteArray(zipped.toByteArray()))
                        .header("Content-Type", "application/jsonl; charset=UTF-8")
                        .header("Content-Encoding", "gzip"));
        assertThat(answer.statusCode()).isEqualTo(200);
        var heard = gateway.ingest.heard.element();
        assertThat(heard.uri()).isEqualTo(IMPORT + "?source=forum");
        assertThat(heard.headers().getFirst("Content-Encoding")).isEqualTo("gzip");
        assertThat(heard.headers().getFirst("Content-Type")).isEqualTo("application/x-ndjson");
    }

    @Test
    void what_ingest_says_before_it_has_read_all_reaches_the_sender() {
        gateway.ingest.reads = false;
        gateway.ingest.answer = exchange -> {
            exchange.getRequestBody().readNBytes(1 << 16);
            var problem = "{\"status\":503,\"title\":\"x\",\"nextLine\":7}".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(503, problem.length);
            exchange.getResponseBody().write(problem);
            exchange.getResponseBody().flush();
            // As ingest-service does: what is still being sent is read and thrown away, so that the answer is heard.
            exchange.getRequestBody().readAllBytes();
            exchange.close();
        };
        var answer = importing(() -> new Lines(4_000));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("nextLine");
    }

    @Test
    void events_arrive_one_by_one_as_they_are_sent() throws IOException, InterruptedException {
        var more = new LinkedBlockingQueue<String>();
        gateway.persona.answer = exchange -> sendEvents(exchange, more);
        more.add("data: 1\n\n");
        var answer = gateway.client.send(
                RunningGateway.with(RunningGateway.ADMIN_KEY, gateway.get(VIEW)).build(), BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(answer.headers().firstValue("X-Accel-Buffering")).hasValue("no");
        try (var events = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
            for (var i = 1; i <= 20; i++) {
                // The next is only sent when the one before was read: a buffer anywhere would hang here.
                assertThat(events.readLine()).isEqualTo("data: " + i);
                assertThat(events.readLine()).isEmpty();
                more.add("data: " + (i + 1) + "\n\n");
            }
            more.add("");
        }
    }

    private static void sendEvents(HttpExchange exchange, BlockingQueue<String> events) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (var body = exchange.getResponseBody()) {
            for (var event = events.take(); !event.isEmpty(); event = events.take()) {
                body.write(event.getBytes(UTF_8));
                body.flush();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** A stream lasts longer than any question may, so its end can only come from its key's. */
    @ParameterizedTest
    @ValueSource(strings = {STREAM, "/api/v1/projects/default/views/stream"})
    void an_open_stream_lasts_until_its_key_ends_and_then_ends_within_five_seconds(String path) throws Exception {
        var key = gateway.issueKey("{\"name\":\"listener\",\"scopes\":[\"read\"]}");
        var more = new LinkedBlockingQueue<String>();
        gateway.persona.answer = exchange -> sendEvents(exchange, more);
        more.add("data: 1\n\n");
        try (var events = followed(key, path)) {
            assertThat(events.readNBytes(9)).isEqualTo("data: 1\n\n".getBytes(UTF_8));
            awaitTheEndOfAQuestionThatBeginsNow();
            more.add("data: 2\n\n");
            assertThat(events.readNBytes(9)).isEqualTo("data: 2\n\n".getBytes(UTF_8));
            gateway.sendAsAdmin(
                    gateway.asked("DELETE", "/api/v1/keys/" + key.substring(4, 12), BodyPublishers.noBody()));
            var end = inBackground(() -> readToTheEnd(events));
            await().atMost(ofSeconds(5)).until(end::isDone);
            assertThat(end.join()).as("a tidy end").isFalse();
        }
        more.add("");
    }

    @Test
    void a_key_follows_so_many_streams_at_once_and_may_follow_another_when_one_has_ended() throws Exception {
        var key = gateway.issueKey("{\"name\":\"greedy\",\"scopes\":[\"read\"]}");
        var toEnd = new LinkedBlockingQueue<BlockingQueue<String>>();
        gateway.persona.answer = exchange -> {
            var its = new LinkedBlockingQueue<>(List.of("data: 1\n\n"));
            toEnd.add(its);
            sendEvents(exchange, its);
        };
        try (var first = followed(key, STREAM);
                var second = followed(key, STREAM);
                var ofAnotherKey = followed(RunningGateway.ADMIN_KEY, STREAM)) {
            var refused = gateway.send(RunningGateway.with(key, gateway.get(STREAM)));
            assertProblem(refused, 429);
            assertThat(refused.headers().firstValueAsLong("Retry-After")).isPresent();
            toEnd.forEach(its -> its.add(""));
            for (var stream : List.of(first, second, ofAnotherKey)) {
                assertThat(stream.readAllBytes()).isEqualTo("data: 1\n\n".getBytes(UTF_8));
            }
        }
        gateway.persona.answer = SmallService.saying(200, "text/event-stream", "data: 2\n\n");
        await().atMost(ofSeconds(10))
                .until(() -> gateway.send(RunningGateway.with(key, gateway.get(STREAM)))
                                .statusCode()
                        == 200);
    }

    private static InputStream followed(String key, String path) throws IOException, InterruptedException {
        return gateway.client
                .send(RunningGateway.with(key, gateway.get(path)).build(), BodyHandlers.ofInputStream())
                .body();
    }

    /** Of one whose answer never ends, and which is cut off when its time is over. */
    private static void awaitTheEndOfAQuestionThatBeginsNow() throws Exception {
        var never = new LinkedBlockingQueue<String>();
        never.add("data: 1\n\n");
        gateway.analysis.answer = exchange -> sendEvents(exchange, never);
        try (var answer = followed(RunningGateway.ADMIN_KEY, WATCHES)) {
            var end = inBackground(() -> readToTheEnd(answer));
            await().atMost(ofSeconds(20)).until(end::isDone);
        }
        never.add("");
    }

    private static boolean readToTheEnd(InputStream stream) {
        try {
            stream.readAllBytes();
            return true;
        } catch (IOException cut) {
            return false;
        }
    }

    @Test
    void an_import_ends_when_its_key_is_revoked() throws IOException {
        var key = gateway.issueKey("{\"name\":\"importer\",\"scopes\":[\"write\"]}");
        gateway.ingest.reads = false;
        gateway.ingest.answer = exchange -> {
            exchange.getRequestBody().readAllBytes();
            SmallService.send(exchange, 200, "application/json", "{}");
        };
        try (var sender = ChunkedSender.to(gateway.port(), IMPORT, key)) {
            sender.send("{\"id\":1}\n");
            await().atMost(ofSeconds(10)).until(() -> !gateway.ingest.heard.isEmpty());
            gateway.sendAsAdmin(
                    gateway.asked("DELETE", "/api/v1/keys/" + key.substring(4, 12), BodyPublishers.noBody()));
            sender.send("{\"id\":2}\n");
            sender.send("{\"id\":3}\n");
            assertThat(sender.statusLine()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void a_body_over_the_limit_is_refused_announced_or_not() {
        var announced = gateway.asked("POST", DOCUMENTS, BodyPublishers.ofByteArray(new byte[(8 << 20) + 1]));
        assertProblem(gateway.sendAsAdmin(announced.header("Content-Type", "application/json")), 413);
        assertThat(gateway.ingest.heard).isEmpty();
        var unannounced = gateway.asked("POST", DOCUMENTS, BodyPublishers.ofInputStream(() -> new Lines(9_000)));
        assertProblem(gateway.sendAsAdmin(unannounced.header("Content-Type", "application/json")), 413);
        var watch = gateway.asked("POST", WATCHES, BodyPublishers.ofInputStream(() -> new Lines(1_100)));
        assertProblem(gateway.sendAsAdmin(watch.header("Content-Type", "application/json")), 413);
        assertThat(gateway.analysis.heard).isEmpty();
    }

    @Test
    void a_service_that_is_slow_is_504() {
        var release = new CountDownLatch(1);
        gateway.analysis.answer = exchange -> {
            awaitQuietly(release);
            SmallService.send(exchange, 200, "application/json", "{}");
        };
        assertProblem(gateway.sendAsAdmin(gateway.get(WATCHES)), 504);
        release.countDown();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_answer_that_does_not_come_to_its_end_in_time_is_seen_to_break_off() {
        var release = new CountDownLatch(1);
        gateway.analysis.answer = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            awaitQuietly(release);
            exchange.close();
        };
        assertThatThrownBy(() -> gateway.client.send(
                        RunningGateway.with(RunningGateway.ADMIN_KEY, gateway.get(WATCHES))
                                .build(),
                        BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        release.countDown();
    }

    @Test
    void a_service_that_hangs_up_is_503() {
        gateway.analysis.answer = exchange -> {
            throw new IOException("hang up");
        };
        assertProblem(gateway.sendAsAdmin(gateway.get(WATCHES)), 503);
        assertProblem(gateway.sendAsAdmin(gateway.posted(WATCHES, "{}")), 503);
    }

    @Test
    void an_error_without_words_is_explained() {
        gateway.analysis.answer =
                SmallService.saying(500, "text/html", "<h1>java.lang.NullPointerException at io.habitus</h1>");
        assertProblem(gateway.sendAsAdmin(gateway.get(WATCHES)), 502);
        gateway.analysis.answer = SmallService.saying(404, "application/json", "{\"path\":\"springframework\"}");
        assertProblem(gateway.sendAsAdmin(gateway.get(WATCHES)), 404);
        gateway.analysis.answer = SmallService.saying(503, "text/html", "");
        assertProblem(gateway.sendAsAdmin(gateway.get(WATCHES)), 503);
    }

    @Test
    void an_error_with_words_passes_as_it_is() {
        var words = "{\"type\":\"about:blank\",\"title\":\"The query is not"
                + " understood\",\"status\":422,\"position\":{\"offset\":1,\"length\":2}}";
        gateway.analysis.answer = SmallService.saying(422, "application/problem+json", words);
        var answer = gateway.sendAsAdmin(gateway.posted(WATCHES, "{}"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).isEqualTo(words);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void of_a_services_headers_only_harmless_ones_pass() {
        gateway.analysis.answer = exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "a=b");
            exchange.getResponseHeaders().set("Server", "inside");
            exchange.getResponseHeaders().set("X-Request-Id", "inside");
            exchange.getResponseHeaders().set("Content-Security-Policy", "default-src *");
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            exchange.getResponseHeaders().set("Link", "<x>; rel=\"next\"");
            SmallService.send(exchange, 200, "application/json", "{}");
        };
        var headers = gateway.sendAsAdmin(gateway.get(WATCHES).header("X-Request-Id", "mine-1"))
                .headers()
                .map();
        assertThat(headers).doesNotContainKeys("set-cookie", "server", "access-control-allow-origin");
        assertThat(headers.get("content-security-policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'");
        assertThat(headers.get("x-request-id")).containsExactly("mine-1");
        assertThat(headers.get("etag")).containsExactly("\"1\"");
        assertThat(headers.get("link")).hasSize(1);
        assertThat(headers.get("cache-control")).containsExactly("no-store");
        assertThat(gateway.analysis.heard.element().headers().getFirst("X-Request-Id"))
                .isEqualTo("mine-1");
    }

    @Test
    void a_sender_that_hangs_up_takes_nobody_with_it() throws IOException {
        gateway.ingest.reads = false;
        var broken = new CountDownLatch(1);
        gateway.ingest.answer = exchange -> {
            try {
                exchange.getRequestBody().readAllBytes();
            } catch (IOException brokenOff) {
                broken.countDown();
                throw brokenOff;
            }
        };
        try (var socket = new Socket("127.0.0.1", gateway.port())) {
            socket.getOutputStream()
                    .write(("POST " + IMPORT + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                                    + RunningGateway.ADMIN_KEY
                                    + "\r\n"
                                    + "Content-Type: application/x-ndjson\r\n"
                                    + "Content-Length: 1000\r\n\r\n"
                                    + "{\"id\":1}\n")
                            .getBytes(UTF_8));
            await().atMost(ofSeconds(10)).until(() -> !gateway.ingest.heard.isEmpty());
        }
        await().atMost(ofSeconds(10)).until(() -> broken.getCount() == 0);
        gateway.ingest.forget();
        assertThat(importing(() -> new Lines(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void head_asks_as_get_does_and_brings_no_body() {
        var answer = gateway.sendAsAdmin(gateway.asked("HEAD", WATCHES, BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }
}
