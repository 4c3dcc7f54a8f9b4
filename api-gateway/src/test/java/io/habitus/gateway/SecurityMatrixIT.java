package io.habitus.gateway;

import static io.habitus.gateway.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.habitus.backends.junit.Backends;
import io.habitus.contracts.KeyEvent.Scope;
import io.habitus.gateway.door.Access;
import io.habitus.gateway.door.Payload;
import io.habitus.gateway.door.Route;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** Every route against every kind of visitor. The routes are those of the running gateway, so a new one is in at once. */
class SecurityMatrixIT {

    @RegisterExtension
    static final Backends BACKENDS = Backends.shared();

    private static final String MINE = "matrix-mine";
    private static final String FOREIGN = "matrix-foreign";
    private static final String NONE = "matrix-none";

    static RunningGateway gateway;
    static List<Route> routes;
    /** By scope, a key that has all scopes but this one and opens all projects. */
    static Map<Scope, String> without;
    /** By scope, a key that has this scope alone and opens all projects. */
    static Map<Scope, String> only;
    /** All scopes, but one project. */
    static String ofMyProject;

    static String revoked;

    @BeforeAll
    static void start() throws IOException {
        gateway = RunningGateway.start(BACKENDS.bootstrapServers());
        routes = gateway.context.getBean(Routes.class).all();
        for (var project : List.of(MINE, FOREIGN)) {
            gateway.sendAsAdmin(gateway.posted("/api/v1/projects", "{\"name\":\"" + project + "\"}"));
        }
        without = Arrays.stream(Scope.values())
                .collect(Collectors.toMap(scope -> scope, scope -> keyWith(other -> other != scope, "[]")));
        only = Arrays.stream(Scope.values())
                .collect(Collectors.toMap(scope -> scope, scope -> keyWith(other -> other == scope, "[]")));
        ofMyProject = keyWith(_ -> true, "[\"" + MINE + "\"]");
        revoked = keyWith(_ -> true, "[]");
        gateway.sendAsAdmin(
                gateway.asked("DELETE", "/api/v1/keys/" + revoked.substring(4, 12), BodyPublishers.noBody()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void forget() {
        Stream.of(gateway.ingest, gateway.analysis, gateway.persona).forEach(SmallService::forget);
    }

    private static String keyWith(Predicate<Scope> wanted, String projects) {
        var scopes = Arrays.stream(Scope.values())
                .filter(wanted)
                .map(scope -> "\"" + scope.name().toLowerCase(Locale.ROOT) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        return gateway.issueKey("{\"name\":\"matrix\",\"scopes\":" + scopes + ",\"projects\":" + projects + "}");
    }

    private static HttpRequest.Builder request(Route route, String project) {
        var path = route.path().replace("{p}", project).replace("{id}", "some-id");
        var type = route.payload() instanceof Payload.Stream(var types, var _) ? types.preferred() : "application/json";
        var body = route.payload() instanceof Payload.None ? BodyPublishers.noBody() : BodyPublishers.ofString("{}\n");
        return gateway.asked(route.method().name(), path, body).header("Content-Type", type);
    }

    private static Stream<DynamicTest> each(Predicate<Route> wanted, ThrowingConsumer<Route> check) {
        return routes.stream()
                .filter(wanted)
                .map(route -> dynamicTest(route.method() + " " + route.path(), () -> check.accept(route)));
    }

    private static boolean wantsKey(Route route) {
        return !(route.access() instanceof Access.Open);
    }

    private static Scope scopeOf(Route route) {
        return switch (route.access()) {
            case Access.Open _, Access.Keyed _ -> null;
            case Access.Scoped(var scope) -> scope;
            case Access.Everywhere(var scope) -> scope;
        };
    }

    private static void nobodyBehindHeardOfIt() {
        assertThat(Stream.of(gateway.ingest, gateway.analysis, gateway.persona)
                        .flatMap(service -> service.heard.stream()))
                .isEmpty();
    }

    @Test
    void strangers_may_do_these_few_things_and_nothing_else() {
        assertThat(routes.stream().filter(route -> !wantsKey(route)).map(route -> route.method() + " " + route.path()))
                .containsExactlyInAnyOrder(
                        "GET /openapi.json",
                        "GET /api/v1/health",
                        "POST /api/v1/session",
                        "DELETE /api/v1/session",
                        "GET /actuator/health",
                        "GET /actuator/health/liveness",
                        "GET /actuator/health/readiness");
    }

    @TestFactory
    Stream<DynamicTest> without_a_key_it_is_401() {
        return each(SecurityMatrixIT::wantsKey, route -> {
            assertProblem(gateway.send(request(route, MINE)), 401);
            nobodyBehindHeardOfIt();
        });
    }

    @TestFactory
    Stream<DynamicTest> with_a_wrong_key_it_is_401_or_429() {
        return each(SecurityMatrixIT::wantsKey, route -> {
            var wrong = gateway.send(RunningGateway.with("hab_aaaaaaaa_" + "b".repeat(43), request(route, MINE)));
            assertProblem(wrong, wrong.statusCode() == 429 ? 429 : 401);
            nobodyBehindHeardOfIt();
        });
    }

    @TestFactory
    Stream<DynamicTest> with_a_revoked_key_it_is_401_or_429() {
        return each(SecurityMatrixIT::wantsKey, route -> {
            var refused = gateway.send(RunningGateway.with(revoked, request(route, MINE)));
            assertProblem(refused, refused.statusCode() == 429 ? 429 : 401);
            nobodyBehindHeardOfIt();
        });
    }

    @TestFactory
    Stream<DynamicTest> without_the_scope_it_is_403() {
        return each(route -> scopeOf(route) != null, route -> {
            assertProblem(gateway.send(RunningGateway.with(without.get(scopeOf(route)), request(route, MINE))), 403);
            nobodyBehindHeardOfIt();
        });
    }

    @TestFactory
    Stream<DynamicTest> a_foreign_project_and_none_at_all_are_the_same_404() {
        return each(route -> route.path().contains("{p}") && !(route.access() instanceof Access.Everywhere), route -> {
            var foreign = assertProblem(gateway.send(RunningGateway.with(ofMyProject, request(route, FOREIGN))), 404);
            var none = assertProblem(gateway.send(RunningGateway.with(ofMyProject, request(route, NONE))), 404);
            assertThat(foreign.body()).isEqualTo(none.body());
            nobodyBehindHeardOfIt();
        });
    }

    @TestFactory
    Stream<DynamicTest> what_is_not_of_one_project_is_403_for_a_key_of_one_project() {
        return each(route -> route.access() instanceof Access.Everywhere, route -> {
            assertProblem(gateway.send(RunningGateway.with(ofMyProject, request(route, MINE))), 403);
            nobodyBehindHeardOfIt();
        });
    }

    @TestFactory
    Stream<DynamicTest> with_the_scope_alone_one_gets_through() {
        return each(route -> scopeOf(route) != null && route.method().name().equals("GET"), route -> {
            var through = gateway.send(RunningGateway.with(only.get(scopeOf(route)), request(route, MINE)));
            assertThat(through.statusCode()).as(through.body()).isEqualTo(200);
        });
    }

    @TestFactory
    Stream<DynamicTest> services_hear_who_asks_from_the_door_alone() {
        return each(
                route -> route.path().contains("{p}/")
                        && scopeOf(route) != Scope.ADMIN
                        && scopeOf(route) != Scope.IDENTIFY,
                route -> {
                    var scope = scopeOf(route).name().toLowerCase(Locale.ROOT);
                    gateway.send(RunningGateway.with(
                            only.get(scopeOf(route)),
                            request(route, MINE)
                                    .header("X-Habitus-Project", FOREIGN)
                                    .header("x-habitus-scopes", "identify,admin")
                                    .header("X-Habitus-Anything", "x")
                                    .header("Cookie", "habitus_session=x; a=b")
                                    .header("X-Forwarded-For", "192.0.2.1")
                                    .header("Forwarded", "for=192.0.2.1")));
                    var heard = Stream.of(gateway.ingest, gateway.analysis, gateway.persona)
                            .flatMap(service -> service.heard.stream())
                            .toList();
                    assertThat(heard).hasSize(1);
                    var headers = heard.getFirst().headers();
                    assertThat(headers.get("X-Habitus-Project")).containsExactly(MINE);
                    assertThat(headers.get("X-Habitus-Scopes")).containsExactly(scope);
                    assertThat(headers.keySet())
                            .doesNotContain(
                                    "X-habitus-anything", "Authorization", "Cookie", "X-forwarded-for", "Forwarded");
                    forget();
                });
    }
}
