package io.habitus.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.habitus.contracts.KeyEvent;
import io.habitus.contracts.ProjectEvent;
import io.habitus.gateway.administration.KeysEndpoint;
import io.habitus.gateway.administration.ProjectsEndpoint;
import io.habitus.gateway.door.Access;
import io.habitus.gateway.door.Doorway;
import io.habitus.gateway.door.Payload;
import io.habitus.gateway.door.Route;
import io.habitus.gateway.keys.Keys;
import io.habitus.gateway.keys.Sessions;
import io.habitus.gateway.ledger.LedgerInMemory;
import io.habitus.gateway.origin.OriginEndpoint;
import io.habitus.gateway.origin.Origins;
import io.habitus.gateway.projects.Projects;
import io.habitus.gateway.services.Forwarding;
import io.habitus.gateway.services.Inquiry;
import io.habitus.gateway.services.Service;
import io.habitus.gateway.services.Services;
import io.habitus.gateway.status.StatusEndpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import tools.jackson.databind.JsonNode;

/** The description of the API and the API are the same thing. */
class OpenApiTest {

    private static final JsonNode DESCRIPTION = read();
    private static final JsonSchema SCHEMA = new JsonSchema(DESCRIPTION);
    private static final List<Route> ROUTES = routes();
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

    private static JsonNode read() {
        try (var file = OpenApi.class.getResourceAsStream("openapi.json")) {
            return RunningGateway.json(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<Route> routes() {
        var clock = Clock.systemUTC();
        var keys = new Keys(new LedgerInMemory<KeyEvent>(), clock);
        var projects = new Projects(new LedgerInMemory<ProjectEvent>(), clock);
        var sessions = new Sessions(keys, new byte[32], Duration.ofHours(1), clock);
        var service = new Service("nobody", URI.create("http://127.0.0.1:1"));
        var services = new Services(service, service, service);
        var doorway = new Doorway(keys, sessions, projects, () -> true, 50, clock);
        var inquiry = new Inquiry(Duration.ofSeconds(1));
        return new Routes(
                        doorway.session(),
                        new KeysEndpoint(keys, projects, clock),
                        new ProjectsEndpoint(projects, ZoneOffset.UTC, inquiry, service),
                        new OriginEndpoint(new Origins(new byte[32]), inquiry, service),
                        new StatusEndpoint(services, inquiry, () -> true, clock),
                        OpenApi.fromClassPath(),
                        new Forwarding(doorway.streams(), Duration.ofSeconds(1), Duration.ofSeconds(1), 8),
                        services)
                .api();
    }

    /** An operation of the description. */
    private record Operation(String method, String path, JsonNode said) {

        String name() {
            return method + " " + path;
        }
    }

    private static List<Operation> operations() {
        return DESCRIPTION
                .get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue())))
                .toList();
    }

    private static Operation describing(Route route) {
        return operations().stream()
                .filter(operation -> operation.name().equals(route.method() + " " + route.path()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<DynamicTest> eachRoute(ThrowingConsumer<Route> check) {
        return ROUTES.stream()
                .map(route -> dynamicTest(route.method() + " " + route.path(), () -> check.accept(route)));
    }

    @Test
    void it_is_openapi_3_1() {
        assertThat(DESCRIPTION.get("openapi").asString()).startsWith("3.1.");
        assertThat(DESCRIPTION.at("/info/title").asString()).isEqualTo("Habitus");
    }

    @Test
    void every_route_is_described_and_nothing_else() {
        assertThat(operations().stream().map(Operation::name))
                .containsExactlyInAnyOrderElementsOf(ROUTES.stream()
                        .map(route -> route.method() + " " + route.path())
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> who_may_is_said_as_it_is() {
        return eachRoute(route -> {
            var said = describing(route).said();
            var open = route.access() instanceof Access.Open;
            assertThat(said.has("security") && said.get("security").isEmpty()).isEqualTo(open);
            var description = said.path("description").asString("");
            switch (route.access()) {
                case Access.Open _, Access.Keyed _ -> assertThat(description).doesNotContain("Needs the scope");
                case Access.Scoped(var scope) ->
                    assertThat(description)
                            .contains("Needs the scope `" + scope.name().toLowerCase(Locale.ROOT) + "`.");
                case Access.Everywhere(var scope) ->
                    assertThat(description)
                            .contains("Needs the scope `" + scope.name().toLowerCase(Locale.ROOT)
                                    + "` and a key that opens all projects.");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> what_may_be_sent_is_said_as_it_is() {
        return eachRoute(route -> {
            var content = describing(route).said().path("requestBody").path("content");
            var types = content.isMissingNode() ? List.of() : List.copyOf(content.propertyNames());
            assertThat(types)
                    .isEqualTo(
                            switch (route.payload()) {
                                case Payload.None _ -> List.of();
                                case Payload.Json _ -> List.of("application/json");
                                case Payload.Stream stream ->
                                    List.of(stream.types().preferred());
                            });
        });
    }

    @TestFactory
    Stream<DynamicTest> the_doors_own_refusals_are_said() {
        return eachRoute(route -> {
            var responses = describing(route).said().get("responses");
            if (!(route.access() instanceof Access.Open)) {
                assertThat(responses.has("401")).isTrue();
                assertThat(responses.has("429")).isTrue();
            }
            if (route.access() instanceof Access.Scoped || route.access() instanceof Access.Everywhere) {
                assertThat(responses.has("403")).isTrue();
            }
            if (route.path().contains("{p}")) {
                assertThat(responses.has("404")).isTrue();
            }
            if (!(route.payload() instanceof Payload.None)) {
                assertThat(responses.propertyNames()).contains("400", "413", "415");
            }
        });
    }

    /** {@code PersonaServiceIT} asks each of them with a window there is not. */
    @TestFactory
    Stream<DynamicTest> what_a_question_about_views_may_be_refused_with_is_said() {
        return ROUTES.stream()
                .filter(route -> route.path().matches(".*/(views?|words|stream)"))
                .map(route -> dynamicTest(route.path(), () -> assertThat(
                                describing(route).said().get("responses").propertyNames())
                        .contains("422")));
    }

    @TestFactory
    Stream<DynamicTest> whoever_may_be_late_may_fail_and_says_so() {
        return eachRoute(route -> {
            var statuses = describing(route).said().get("responses").propertyNames();
            assertThat(statuses.contains("504") && !statuses.contains("502")).isFalse();
        });
    }

    @TestFactory
    Stream<DynamicTest> every_variable_of_a_path_is_a_parameter() {
        return eachRoute(route -> {
            var wanted = new TreeSet<String>();
            VARIABLE.matcher(route.path()).results().forEach(found -> wanted.add(found.group(1)));
            var described = new TreeSet<String>();
            describing(route)
                    .said()
                    .path("parameters")
                    .valueStream()
                    .map(SCHEMA::resolve)
                    .filter(parameter -> parameter.get("in").asString().equals("path"))
                    .forEach(parameter -> described.add(parameter.get("name").asString()));
            assertThat(described).isEqualTo(wanted);
        });
    }

    @TestFactory
    Stream<DynamicTest> every_operation_says_what_it_is() {
        return operations().stream()
                .map(operation -> dynamicTest(operation.name(), () -> {
                    assertThat(operation.said().path("summary").asString("")).isNotBlank();
                    assertThat(operation.said().path("operationId").asString(""))
                            .matches("[a-z][A-Za-z]+");
                    var tags = DESCRIPTION
                            .get("tags")
                            .valueStream()
                            .map(tag -> tag.get("name").asString())
                            .toList();
                    assertThat(operation.said().path("tags").valueStream().map(JsonNode::asString))
                            .isNotEmpty()
                            .isSubsetOf(tags);
                }));
    }

    @Test
    void no_two_operations_have_one_name() {
        assertThat(operations().stream()
                        .map(operation -> operation.said().get("operationId").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_reference_leads_somewhere_and_every_part_is_used() {
        var references = new TreeSet<String>();
        collectReferences(DESCRIPTION, references);
        references.forEach(
                reference -> assertThat(DESCRIPTION.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        var parts = new ArrayList<String>();
        for (var kind : List.of("schemas", "parameters", "responses")) {
            DESCRIPTION
                    .at("/components/" + kind)
                    .propertyNames()
                    .forEach(name -> parts.add("#/components/" + kind + "/" + name));
        }
        assertThat(references).containsAll(parts);
    }

    private static void collectReferences(JsonNode node, TreeSet<String> references) {
        if (node.has("$ref")) {
            references.add(node.get("$ref").asString());
        }
        node.forEach(child -> collectReferences(child, references));
    }

    @TestFactory
    Stream<DynamicTest> every_schema_has_examples_that_fit_it() {
        return DESCRIPTION
                .at("/components/schemas")
                .propertyStream()
                .map(schema -> dynamicTest(schema.getKey(), () -> {
                    assertThat(schema.getValue().path("description").asString(""))
                            .isNotBlank();
                    assertThat(schema.getValue().path("examples").isEmpty())
                            .as("no example")
                            .isFalse();
                    schema.getValue().get("examples").forEach(example -> assertThat(
                                    SCHEMA.objections(schema.getValue(), example))
                            .isEmpty());
                }));
    }

    @Test
    void own_words_that_are_told_are_those_that_are_answered() {
        var told = DESCRIPTION
                .at("/paths/~1api~1v1~1projects~1{p}~1watches~1{id}~1view~1stream/get/responses/200")
                .at("/content/text~1event-stream/example")
                .asString()
                .lines()
                .dropWhile(line -> !line.equals("event: words"))
                .filter(line -> line.startsWith("data: "))
                .map(line -> RunningGateway.json(line.substring("data: ".length())));
        var words = DESCRIPTION.at("/components/schemas/Words");
        assertThat(told).singleElement().satisfies(each -> assertThat(SCHEMA.objections(words, each))
                .isEmpty());
    }

    @Test
    void it_names_nothing_of_the_place_it_was_made_at() {
        assertThat(DESCRIPTION.toString()).doesNotContain("127.0.0.1").doesNotContain("localhost");
    }
}
