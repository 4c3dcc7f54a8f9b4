package io.habitus.gateway.status;

import io.habitus.gateway.answers.Answers;
import io.habitus.gateway.answers.Problem;
import io.habitus.gateway.door.Passage;
import io.habitus.gateway.services.Inquiry;
import io.habitus.gateway.services.Inquiry.Reply;
import io.habitus.gateway.services.Service;
import io.habitus.gateway.services.Services;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;

/** How everything is: for anybody whether it works, for bearers of keys what runs, what lags and what was heard. */
public final class StatusEndpoint implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
    private static final Duration FRESH_FOR = Duration.ofSeconds(1);

    private final Services services;
    private final Inquiry inquiry;
    private final BooleanSupplier ready;
    private final Clock clock;
    private final Lately<Boolean> allUp;
    private final Lately<Report> report;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param ready whether this gateway knows its keys and projects */
    public StatusEndpoint(Services services, Inquiry inquiry, BooleanSupplier ready, Clock clock) {
        this.services = services;
        this.inquiry = inquiry;
        this.ready = ready;
        this.clock = clock;
        allUp = new Lately<>(this::isAllUp, FRESH_FOR, clock);
        report = new Lately<>(this::look, FRESH_FOR, clock);
    }

    private record Overall(Health status) {}

    private record SourcesPage(JsonNode sources, JsonNode listening) {}

    /** {@code GET /health}. */
    public ServerResponse health(ServerRequest request) {
        return allUp.get() ? Answers.ok(new Overall(Health.UP)) : Answers.status(503, new Overall(Health.DOWN));
    }

    /** {@code GET /status}. */
    public ServerResponse status(ServerRequest request) {
        var found = report.get();
        return Answers.ok(Passage.of(request).bearer().everywhere() ? found : found.withoutSources());
    }

    /** {@code GET /sources}. */
    public ServerResponse sources(ServerRequest request) {
        return switch (ask(services.ingest(), "/internal/sources")) {
            case Reply.Said(var status, var body)
            when status == 200 -> Answers.ok(new SourcesPage(listIn(body), body.get("listening")));
            case Reply.Said _ ->
                Problem.upstreamFailed(services.ingest().name()).response();
            case Reply.Silence _ -> Problem.away(services.ingest().name()).response();
        };
    }

    private boolean isAllUp() {
        var asked = services.all().stream()
                .map(service -> threads.submit(() -> healthOf(service)))
                .toList();
        return asked.stream().map(StatusEndpoint::join).allMatch(Health.UP::equals) && ready.getAsBoolean();
    }

    private Report look() {
        var sources = inBackground(() -> ask(services.ingest(), "/internal/sources"));
        var parts = new ArrayList<>(
                services.all().stream().map(service -> inBackground(() -> partOf(service))).toList().stream()
                        .map(StatusEndpoint::join)
                        .toList());
        parts.add(new Report.Part("api-gateway", ready.getAsBoolean() ? Health.UP : Health.DOWN, null));
        var heard = join(sources) instanceof Reply.Said(var status, var body) && status == 200 ? body : null;
        return new Report(
                parts.stream().allMatch(part -> part.status() == Health.UP) ? Health.UP : Health.DOWN,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Versions.with(elasticsearchIn(parts)),
                lagsIn(parts),
                List.copyOf(parts),
                heard == null ? null : heard.get("listening"),
                heard == null ? null : listIn(heard));
    }

    private Report.Part partOf(Service service) {
        var health = healthOf(service);
        if (health == Health.AWAY) {
            return new Report.Part(service.name(), health, null);
        }
        var details = ask(service, "/internal/status") instanceof Reply.Said(var status, var body) && status == 200
                ? body
                : null;
        return new Report.Part(service.name(), health, details);
    }

    private Health healthOf(Service service) {
        return switch (ask(service, "/actuator/health/readiness")) {
            case Reply.Said(var status, var _) -> status == 200 ? Health.UP : Health.DOWN;
            case Reply.Silence _ -> Health.AWAY;
        };
    }

    private Reply ask(Service service, String path) {
        return inquiry.ask(service, path, Map.of(), ANSWER_WITHIN);
    }

    /** The lag each service names, side by side. A service with one projection may name just the number. */
    private static SortedMap<String, Long> lagsIn(List<Report.Part> parts) {
        var lags = new TreeMap<String, Long>();
        for (var part : parts) {
            var lag = part.details() == null ? null : part.details().get("lag");
            if (lag == null) {
                continue;
            }
            if (lag.isNumber()) {
                lags.put(part.name(), lag.asLong());
            }
            lag.propertyStream()
                    .filter(entry -> entry.getValue().isNumber())
                    .forEach(entry -> lags.put(entry.getKey(), entry.getValue().asLong()));
        }
        return lags;
    }

    private static String elasticsearchIn(List<Report.Part> parts) {
        return parts.stream()
                .filter(part -> part.details() != null)
                .map(part ->
                        part.details().path("elasticsearch").path("version").stringValue(null))
                .filter(version -> version != null)
                .findFirst()
                .orElse(null);
    }

    private static JsonNode listIn(JsonNode body) {
        return body.has("sources") ? body.get("sources") : body;
    }

    private <T> Future<T> inBackground(Callable<T> question) {
        return threads.submit(question);
    }

    private static <T> T join(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the services", stop);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("asking the services failed", failed.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
