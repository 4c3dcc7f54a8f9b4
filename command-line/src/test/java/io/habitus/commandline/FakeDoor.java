package io.habitus.commandline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A real HTTP server that answers from files, and takes imports line by line. */
final class FakeDoor implements AutoCloseable {

    /** How the next import request fails. */
    enum Failure {
        /** Takes everything and breaks the connection before it answers. */
        ANSWER_LOST,
        UNAVAILABLE,
        ERROR,
        UNAUTHORIZED
    }

    /** As ingest-service sees it, in {@code LineFeed}. */
    private static final Pattern BLANK = Pattern.compile("\uFEFF?[ \\t\\r]*");

    private record Answer(int status, String file) {}

    private final HttpServer server;
    private final Map<String, Answer> answers = new HashMap<>();
    private final Queue<Failure> failures = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private int worksUntilFailure = Integer.MAX_VALUE;
    private long unaccounted;

    FakeDoor() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        answering("GET /api/v1/me", 200, "watch.json");
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** @param request method and path without query; {@code file} under answers, or null for no body */
    FakeDoor answering(String request, int status, String file) {
        answers.put(request, new Answer(status, file));
        return this;
    }

    /** After so many imports that succeed, the next ones fail like this. */
    synchronized FakeDoor failingAfter(int works, Failure... how) {
        worksUntilFailure = works;
        failures.addAll(List.of(how));
        return this;
    }

    /** Leaves a line out of its account. */
    FakeDoor losingALine() {
        unaccounted = 1;
        return this;
    }

    /** Every request with its query and body (imports without). */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** Every line taken, those of lost answers included. */
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        String query = exchange.getRequestURI().getRawQuery();
        if (request.endsWith("/documents/import")) {
            requests.add(request + "?" + query);
            takeImport(exchange, body, firstLine(query));
            return;
        }
        requests.add(request + (query == null ? "" : "?" + query) + " " + new String(body, StandardCharsets.UTF_8));
        Answer answer = answers.getOrDefault(request, new Answer(404, null));
        send(exchange, answer.status, answer.file == null ? new byte[0] : resource(answer.file));
    }

    private void takeImport(HttpExchange exchange, byte[] body, long firstLine) throws IOException {
        Failure failure = worksUntilFailure-- > 0 ? null : failures.poll();
        switch (failure) {
            case UNAVAILABLE -> send(exchange, 503, new byte[0]);
            case ERROR -> send(exchange, 500, new byte[0]);
            case UNAUTHORIZED -> send(exchange, 401, new byte[0]);
            case ANSWER_LOST -> {
                take(body, firstLine);
                exchange.close();
            }
            case null -> send(exchange, 200, take(body, firstLine));
        }
    }

    private byte[] take(byte[] body, long firstLine) {
        var account = Json.object();
        var refused = account.putArray("refused");
        long number = firstLine;
        long received = 0;
        for (String line : new String(body, StandardCharsets.UTF_8).split("\n", -1)) {
            if (!BLANK.matcher(line).matches()) {
                received++;
                lines.add(line);
            }
            if (line.contains("bad")) {
                refused.addObject().put("line", number).put("reason", "bad, as it says");
            }
            number++;
        }
        account.put("received", received - unaccounted)
                .put("published", received - refused.size())
                .put("seen", 0)
                .put("unreadable", refused.size());
        account.putObject("unknownFields").put("brand", received);
        return Json.bytes(account);
    }

    private static long firstLine(String query) {
        return Long.parseLong(query.replaceFirst(".*firstLine=(\\d+).*", "$1"));
    }

    private static byte[] resource(String file) throws IOException {
        try (InputStream in = FakeDoor.class.getResourceAsStream("/answers/" + file)) {
            var bytes = new ByteArrayOutputStream();
            in.transferTo(bytes);
            return bytes.toByteArray();
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
