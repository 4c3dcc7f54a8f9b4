package io.habitus.analysis.index;

import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.json.JsonpUtils;
import co.elastic.clients.json.SimpleJsonpMapper;
import io.habitus.analysis.index.MentionSearch.Order;
import io.habitus.analysis.index.MentionSearch.Page;
import io.habitus.analysis.index.MentionSearch.Position;
import io.habitus.analysis.query.Query;
import io.habitus.analysis.query.SearchQuery;
import io.habitus.contracts.MentionEvent.Found;
import io.habitus.contracts.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHost;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NByteArrayEntity;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The mentions in Elasticsearch. No other class speaks to it. Every method throws {@link ElasticsearchAway} when it
 * cannot be reached, is overloaded, or cannot answer completely.
 *
 * <p>One index per month of the mentions' own time. A withdrawn mention leaves a stub, which no search shows: it keeps
 * the sequence, so that an older state that comes late cannot bring the mention back.
 */
public final class MentionIndex implements AutoCloseable {

    private static final int CONNECT_TIMEOUT = 2_000;
    /** A bulk that takes longer is sent again; the first copy, should it still arrive, does no harm. */
    private static final int ANSWER_TIMEOUT = 60_000;

    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final int UNAVAILABLE = 503;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);
    private static final ContentType NDJSON = ContentType.create("application/x-ndjson");

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonpMapper QUERIES = new SimpleJsonpMapper();

    private final RestClient client;
    private final int shards;
    private final int replicas;

    /**
     * @param shards of each month
     * @param replicas of each shard
     */
    public MentionIndex(URI elasticsearch, int shards, int replicas) {
        this.shards = shards;
        this.replicas = replicas;
        client = RestClient.builder(HttpHost.create(elasticsearch.toString()))
                .setRequestConfigCallback(
                        request -> request.setConnectTimeout(CONNECT_TIMEOUT).setSocketTimeout(ANSWER_TIMEOUT))
                .build();
    }

    /**
     * The template of the monthly indices, as a request: an index must not come to be without it. Months that are there
     * already, perhaps from an earlier version of this program, get the fields they lack; their documents stay as they are.
     */
    public void putTemplate() {
        var template = (ObjectNode) JSON.readTree(resource("mentions-template.json"));
        var settings = (ObjectNode) template.at("/template/settings/index");
        settings.put("number_of_shards", shards);
        settings.put("number_of_replicas", replicas);
        read(json("PUT", "/_index_template/mentions", template));
        var fields = JSON.createObjectNode();
        fields.set("properties", template.at("/template/mappings/properties"));
        var existing = json("PUT", "/" + MentionDocument.INDICES + "/_mapping", fields);
        existing.addParameter("allow_no_indices", "true");
        read(existing);
    }

    /** Names this cluster's data: another one if Elasticsearch was set up anew. */
    String clusterId() {
        var request = new Request("GET", "/_cluster/state/metadata");
        request.addParameter("filter_path", "cluster_uuid");
        return read(request).path("cluster_uuid").asString();
    }

    // --- writing ----------------------------------------------------------------------------------------------------

    /** What became of a bulk as a whole. */
    public sealed interface BulkResult {
        /** One answer per item, in their order. */
        record Answered(List<Answer> answers) implements BulkResult {}

        /** It cannot be read as it is: an item is broken, or all together are too large. */
        record Unacceptable(String reason) implements BulkResult {}
    }

    /**
     * Writes them all, in one request.
     *
     * @param bulk the lines of all items, one behind the other: sent as one piece, so that it leaves in one write
     */
    public BulkResult write(byte[] bulk, int items) {
        var request = new Request("POST", "/_bulk");
        request.addParameter(
                "filter_path", "items.*.status,items.*.error.type,items.*.error.reason,items.*.error.caused_by.reason");
        request.setEntity(new NByteArrayEntity(bulk, NDJSON));
        try {
            var answers = perform(request, content -> answersIn(content, items));
            return new BulkResult.Answered(answers);
        } catch (Refused refused) {
            if (refused.status == BAD_REQUEST || refused.status == TOO_LARGE) {
                return new BulkResult.Unacceptable("bulk refused with status " + refused.status);
            }
            throw new ElasticsearchAway("a bulk was refused with status " + refused.status, refused);
        }
    }

    /** {@code {"items":[{"index":{"status":201}}, …]}}, read as it comes. */
    private static List<Answer> answersIn(InputStream content, int items) {
        var answers = new ArrayList<Answer>(items);
        try (var in = JSON.createParser(content)) {
            while (in.nextToken() != null) {
                if (in.currentToken() == JsonToken.PROPERTY_NAME && "items".equals(in.currentName())) {
                    in.nextToken();
                    while (in.nextToken() == JsonToken.START_OBJECT) {
                        answers.add(answerIn(in));
                    }
                }
            }
        }
        if (answers.size() != items) {
            throw new ElasticsearchAway("a bulk of " + items + " items was answered with " + answers.size(), null);
        }
        return answers;
    }

    /** From the start of {@code {"index":{"status":400,"error":{"type":"…","reason":"…"}}}} to its end. */
    private static Answer answerIn(JsonParser in) {
        var status = 0;
        String error = null;
        String reason = null;
        for (var depth = 1; depth > 0; ) {
            switch (in.nextToken()) {
                case START_OBJECT -> depth++;
                case END_OBJECT -> depth--;
                case VALUE_NUMBER_INT -> status = in.getIntValue();
                case VALUE_STRING -> {
                    if ("type".equals(in.currentName())) {
                        error = in.getString();
                    } else {
                        reason = reason == null ? in.getString() : reason + ": " + in.getString();
                    }
                }
                case null -> throw new ElasticsearchAway("the answer to a bulk breaks off", null);
                default -> {}
            }
        }
        return new Answer(status, error, reason);
    }

    // --- reading ----------------------------------------------------------------------------------------------------

    /**
     * A page of mentions.
     *
     * @param total of all pages together, exact
     * @param next where the next page begins, empty after the last mention
     */
    public record Hits(long total, List<Found> mentions, Optional<Position> next) {}

    /** The mentions asked for, one page of them, as of the last refresh (every second). */
    public Hits search(MentionSearch search, Page page) {
        var order = page.order() == Order.NEWEST_FIRST ? "desc" : "asc";
        var body = JSON.createObjectNode();
        body.put("track_total_hits", true);
        // One more than asked for tells whether there is a next page.
        body.put("size", page.limit() + 1);
        body.put("_source", "mention");
        body.set("query", clause(search));
        var sort = body.putArray("sort");
        sort.addObject().put("at", order);
        sort.addObject().put("postId", order);
        page.after().ifPresent(last -> body.putArray("search_after")
                .add(last.at().toEpochMilli())
                .add(last.postId()));
        var hits = readPatiently(searching("_search", body)).path("hits");
        var mentions = new ArrayList<Found>(page.limit() + 1);
        for (var hit : hits.path("hits")) {
            mentions.add(mentionIn(hit));
        }
        var total = hits.at("/total/value").asLong();
        if (mentions.size() <= page.limit()) {
            return new Hits(total, mentions, Optional.empty());
        }
        mentions.removeLast();
        var last = mentions.getLast();
        return new Hits(total, mentions, Optional.of(new Position(last.at(), last.postId())));
    }

    private static Found mentionIn(JsonNode hit) {
        var json = JSON.writeValueAsBytes(hit.path("_source").path("mention"));
        return (Found) Topics.MENTIONS.value().deserializer().deserialize(Topics.MENTIONS.name(), json);
    }

    /** How many there are, exact, as of the last refresh (every second). */
    public long count(MentionSearch search) {
        var body = JSON.createObjectNode();
        body.set("query", clause(search));
        return readPatiently(searching("_count", body)).path("count").asLong();
    }

    /** The mention of this post in this project, if any watch hears it now, as of the last refresh. */
    public Optional<Found> find(String project, String postId) {
        var body = JSON.createObjectNode();
        body.put("_source", "mention");
        var filters = body.putObject("query").putObject("bool").putArray("filter");
        term("project", project, filters.addObject());
        term("postId", postId, filters.addObject());
        filters.addObject().putObject("term").put("withdrawn", false);
        for (var hit : readPatiently(searching("_search", body)).at("/hits/hits")) {
            return Optional.of(mentionIn(hit));
        }
        return Optional.empty();
    }

    /** Everything written before is found from now on. Costly: for those who follow a figure, not for every search. */
    public void refresh() {
        read(new Request("POST", "/" + MentionDocument.INDICES + "/_refresh"));
    }

    private static Request searching(String what, JsonNode body) {
        var request = json("POST", "/" + MentionDocument.INDICES + "/" + what, body);
        request.addParameter("ignore_unavailable", "true");
        if ("_search".equals(what)) {
            // An answer that leaves out a shard would look like a smaller number.
            request.addParameter("allow_partial_search_results", "false");
        }
        return request;
    }

    private static ObjectNode clause(MentionSearch search) {
        var clause = JSON.createObjectNode();
        var filters = clause.putObject("bool").putArray("filter");
        term("project", search.project(), filters.addObject());
        filters.addObject().putObject("term").put("withdrawn", false);
        search.watch().ifPresent(watch -> term("watches", watch, filters.addObject()));
        search.source().ifPresent(source -> term("source", source, filters.addObject()));
        search.type().ifPresent(type -> term("type", MentionDocument.word(type), filters.addObject()));
        search.lang().ifPresent(lang -> term("lang", lang, filters.addObject()));
        search.author().ifPresent(author -> term("author", author, filters.addObject()));
        if (!search.polarity().isEmpty()) {
            var piles = filters.addObject().putObject("terms").putArray("polarity");
            search.polarity().forEach(pile -> piles.add(MentionDocument.word(pile)));
        }
        if (search.from().isPresent() || search.to().isPresent()) {
            var range = filters.addObject().putObject("range").putObject("at");
            search.from().ifPresent(from -> range.put("gte", from.toEpochMilli()));
            search.to().ifPresent(to -> range.put("lt", to.toEpochMilli()));
        }
        search.query().ifPresent(query -> filters.add(clause(query)));
        return clause;
    }

    private static void term(String field, String value, ObjectNode clause) {
        clause.putObject("term").put(field, value);
    }

    private static JsonNode clause(Query query) {
        return JSON.readTree(JsonpUtils.toJsonString(SearchQuery.of(query), QUERIES));
    }

    // --- how it is ---------------------------------------------------------------------------------------------------

    /**
     * The cluster as it says itself.
     *
     * @param status green, yellow or red
     * @param documents mentions and stubs in all months
     */
    public record State(String version, String status, long documents) {}

    /** Asks the cluster how it is. */
    public State state() {
        var health = read(new Request("GET", "/_cluster/health"));
        var nodes = new Request("GET", "/_nodes/_local");
        nodes.addParameter("filter_path", "nodes.*.version");
        var version = read(nodes).path("nodes").iterator().next().path("version");
        var count = read(new Request("GET", "/" + MentionDocument.INDICES + "/_count"));
        return new State(
                version.asString(),
                health.path("status").asString(),
                count.path("count").asLong());
    }

    /** Whether all that was written can be searched. */
    public boolean isReachable() {
        try {
            return !"red"
                    .equals(read(new Request("GET", "/_cluster/health"))
                            .path("status")
                            .asString());
        } catch (ElasticsearchAway _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    // --- asking -----------------------------------------------------------------------------------------------------

    @FunctionalInterface
    private interface Reading<T> {
        T read(InputStream content);
    }

    private static Request json(String method, String path, JsonNode body) {
        var request = new Request(method, path);
        request.setEntity(new NByteArrayEntity(JSON.writeValueAsBytes(body), ContentType.APPLICATION_JSON));
        return request;
    }

    /** For questions that are right in themselves: whatever goes wrong is about the cluster. */
    private JsonNode read(Request request) {
        try {
            return perform(request, JSON::readTree);
        } catch (Refused refused) {
            throw new ElasticsearchAway(request.getEndpoint() + " was refused with status " + refused.status, refused);
        }
    }

    /** A month that has just come to be cannot be searched for a moment. */
    private JsonNode readPatiently(Request request) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return perform(request, JSON::readTree);
            } catch (Refused refused) {
                if (refused.status != UNAVAILABLE || System.nanoTime() > until) {
                    throw new ElasticsearchAway(
                            request.getEndpoint() + " was refused with status " + refused.status, refused);
                }
                rest();
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ElasticsearchAway("stopped while waiting", stopping);
        }
    }

    private <T> T perform(Request request, Reading<T> reading) {
        try {
            var response = client.performRequest(request);
            try (var content = contentOf(response)) {
                return reading.read(content);
            }
        } catch (ResponseException refused) {
            throw new Refused(refused.getResponse().getStatusLine().getStatusCode());
        } catch (IOException | JacksonException away) {
            throw new ElasticsearchAway(request.getEndpoint() + " got no answer", away);
        }
    }

    private static InputStream contentOf(Response response) throws IOException {
        HttpEntity entity = response.getEntity();
        return entity == null ? InputStream.nullInputStream() : entity.getContent();
    }

    /** Without the answer's body: it quotes what was sent, and that may be a person's text. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;

        Refused(int status) {
            super("status " + status);
            this.status = status;
        }
    }

    private static String resource(String name) {
        try (var resource = MentionIndex.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
