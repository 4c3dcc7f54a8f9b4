package io.habitus.analysis.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.json.JsonpUtils;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import io.habitus.analysis.query.Parsed;
import io.habitus.analysis.query.QueryParser;
import io.habitus.analysis.query.SearchQuery;
import io.habitus.backends.junit.Backends;
import io.habitus.contracts.SourceType;
import io.habitus.tagging.Tokens;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Search finds what the sheet says, and so what the stream hears. */
class SearchAgreesIT {

    @RegisterExtension
    static final Backends BACKENDS = Backends.shared();

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static int indices;

    private static final String INDEX = """
            {"settings": {"number_of_shards": 1, "number_of_replicas": 0},
             "mappings": {"dynamic": "strict", "properties": {
               "tok": {"type": "text", "analyzer": "whitespace", "position_increment_gap": 1000,
                       "index_prefixes": {"min_chars": 3, "max_chars": 19}},
               "marks": {"type": "keyword"}, "lang": {"type": "keyword"},
               "source": {"type": "keyword"}, "type": {"type": "keyword"}}}}""";

    private static String ask(String method, String path, String body) throws IOException {
        var request = HttpRequest.newBuilder(BACKENDS.elasticsearch().resolve(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static List<BitSet> inIndex(List<String> queries, List<Said> posts) throws IOException {
        var index = "/agreement-" + indices++;
        ask("PUT", index, INDEX);
        var bulk = new StringBuilder();
        for (int i = 0; i < posts.size(); i++) {
            bulk.append("{\"create\":{\"_id\":\"").append(i).append("\"}}\n");
            bulk.append(JSON.writeValueAsString(document(posts.get(i)))).append('\n');
        }
        assertThat(ask("POST", index + "/_bulk?refresh=true", bulk.toString())).contains("\"errors\":false");
        var heard = posts.stream().map(_ -> new BitSet()).toList();
        for (int query = 0; query < queries.size(); query++) {
            if (QueryParser.parse(queries.get(query)) instanceof Parsed.Accepted accepted) {
                for (int post : found(index, accepted, posts.size())) {
                    heard.get(post).set(query);
                }
            }
        }
        ask("DELETE", index, "");
        return heard;
    }

    private static Map<String, Object> document(Said post) {
        var tokens = Tokens.of(post.title(), post.text());
        var document = new HashMap<String, Object>();
        document.put("tok", tokens.values());
        document.put("marks", tokens.marks());
        document.put("lang", post.lang());
        document.put("source", post.source());
        document.put("type", post.type().name().toLowerCase(Locale.ROOT));
        return document;
    }

    private static List<Integer> found(String index, Parsed.Accepted query, int most) throws IOException {
        var json = JsonpUtils.toJsonString(SearchQuery.of(query.query()), new JacksonJsonpMapper());
        var answer = JSON.readTree(ask(
                "POST",
                index + "/_search",
                "{\"size\":%d,\"_source\":false,\"query\":{\"bool\":{\"filter\":[%s]}}}".formatted(most, json)));
        var ids = new ArrayList<Integer>();
        answer.at("/hits/hits")
                .forEach(hit -> ids.add(Integer.parseInt(hit.get("_id").asString())));
        return ids;
    }

    @Test
    void search_finds_exactly_what_was_asked_for() throws IOException {
        long pairs = 0;
        long heard = 0;
        for (long seed = 101; seed <= 106; seed++) {
            var agreement = Agreement.between(SearchAgreesIT::inIndex, seed, 400, 200);
            assertThat(agreement.differences()).isEmpty();
            pairs += agreement.pairs();
            heard += agreement.heard();
        }
        assertThat(heard / (double) pairs).as("share of pairs that match").isGreaterThan(0.3);
    }

    @ParameterizedTest
    @EnumSource
    void a_planted_fault_is_caught(Fault fault) throws IOException {
        var agreement = Agreement.between(fault.in(SearchAgreesIT::inIndex), 101, 200, 200);
        assertThat(agreement.differences()).isNotEmpty();
    }

    @Test
    void the_largest_queries_are_answered() throws IOException {
        var everything = words(" ");
        var posts = List.of(said(everything), said("w7"), said("w1 a"));
        var queries = List.of(
                words(" OR "),
                words(" "),
                '"' + words(" ") + '"',
                "w1 AND (NOT a OR ".repeat(63) + "w7" + ")".repeat(63),
                IntStream.range(0, 50)
                        .mapToObj(i -> "w" + i + "xxxxxxxxxxxxxxxx*")
                        .collect(Collectors.joining(" OR ")));
        assertThat(inIndex(queries, posts))
                .containsExactly(
                        BitSet.valueOf(new long[] {0b01111}),
                        BitSet.valueOf(new long[] {1}),
                        BitSet.valueOf(new long[] {1}));
    }

    private static String words(String between) {
        return IntStream.range(0, 1_024).mapToObj(i -> "w" + i).collect(Collectors.joining(between));
    }

    private static Said said(String text) {
        return new Said(null, text, List.of(), null, "twitter", SourceType.POST);
    }
}
