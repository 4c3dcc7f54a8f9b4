package io.habitus.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service behind the gateway, as small as it can be: a real HTTP server that answers what the test says. */
final class SmallService implements AutoCloseable {

    /** What to answer. */
    @FunctionalInterface
    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    /** What came in. */
    record Heard(String method, String uri, Headers headers, String body) {}

    final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    volatile Answer answer = SmallService::empty;
    volatile boolean ready = true;
    /** Whether bodies are read and kept before the answer is asked for. */
    volatile boolean reads = true;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private SmallService(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    static SmallService start() throws IOException {
        return new SmallService(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Back to where it began. */
    void forget() {
        heard.clear();
        answer = SmallService::empty;
        ready = true;
        reads = true;
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/actuator/health/readiness")) {
            send(exchange, ready ? 200 : 503, "application/json", "{\"status\":\"UP\"}");
            return;
        }
        var body = reads ? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8) : "";
        heard.add(new Heard(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
        answer.give(exchange);
    }

    private static void empty(HttpExchange exchange) throws IOException {
        send(exchange, 200, "application/json", "{}");
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static Answer saying(int status, String type, String body) {
        return exchange -> send(exchange, status, type, body);
    }

    static Answer saying(String json) {
        return saying(200, "application/json", json);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
