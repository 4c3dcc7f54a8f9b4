package io.habitus.analysis.index;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;

/**
 * Speaks the little of Elasticsearch's protocol that indexing needs, and answers bulks as told: for faults that a real
 * one does not have on demand.
 */
final class ScriptedElasticsearch implements AutoCloseable {

    /** What one bulk is answered with. */
    sealed interface Reply {}

    /** The whole request is refused. */
    record Refuse(int status) implements Reply {}

    /** The connection breaks, and nobody knows what has happened. */
    record Break() implements Reply {}

    /** Each item gets its status, in order. */
    record Items(int... statuses) implements Reply {}

    private final HttpServer server;
    private final Queue<Reply> script;
    private final List<List<String>> bulks = new ArrayList<>();
    private String cluster = "one";

    ScriptedElasticsearch(Reply... script) {
        this.script = new ArrayDeque<>(Arrays.asList(script));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
        server.createContext("/_bulk", this::bulk);
        server.createContext(
                "/_cluster/state", exchange -> answer(exchange, 200, "{\"cluster_uuid\":\"" + cluster + "\"}"));
        server.createContext("/_index_template", exchange -> answer(exchange, 200, "{\"acknowledged\":true}"));
        server.createContext("/mentions-", exchange -> answer(exchange, 200, "{\"acknowledged\":true}"));
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** As if its data had been lost. */
    void becomeAnother() {
        cluster = "another";
    }

    /** The document ids of every bulk that came. */
    synchronized List<List<String>> bulks() {
        return List.copyOf(bulks);
    }

    private synchronized void bulk(HttpExchange exchange) throws IOException {
        var lines = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        var ids = new ArrayList<String>();
        for (var i = 0; i < lines.size(); i += 2) {
            ids.add(lines.get(i).replaceAll(".*\"_id\":\"([^\"]*)\".*", "$1"));
        }
        bulks.add(ids);
        switch (script.isEmpty() ? everything(ids.size()) : script.remove()) {
            case Refuse(var status) -> answer(exchange, status, "{}");
            case Break _ -> exchange.close();
            case Items(var statuses) ->
                answer(
                        exchange,
                        200,
                        Arrays.stream(statuses)
                                .mapToObj(ScriptedElasticsearch::item)
                                .collect(Collectors.joining(",", "{\"items\":[", "]}")));
        }
    }

    private static Items everything(int items) {
        var statuses = new int[items];
        Arrays.fill(statuses, 201);
        return new Items(statuses);
    }

    private static String item(int status) {
        return status < 300
                ? "{\"index\":{\"status\":" + status + "}}"
                : "{\"index\":{\"status\":" + status
                        + ",\"error\":{\"type\":\"some_exception\",\"reason\":\"because\",\"caused_by\":{\"reason\":\"of that\"}}}}";
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
