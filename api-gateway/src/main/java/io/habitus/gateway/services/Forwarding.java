package io.habitus.gateway.services;

import io.habitus.gateway.answers.Problem;
import io.habitus.gateway.door.OpenStreams;
import io.habitus.gateway.door.Passage;
import io.habitus.gateway.door.Payload;
import io.habitus.gateway.door.ResponseHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Passes requests on to the services and their answers back, as streams in both directions. Headers pass by a list of
 * those that may; what the services are told about the bearer is only ever said by this class.
 *
 * <p>The parts of Spring Cloud Gateway that do the work are put together by hand. Its auto-configuration is left out: it
 * would bring filters for forms and forwarded headers that have no business here.
 */
public final class Forwarding implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);

    /** With the time a slow sender takes; a service that went without a word must not hold its places for ever. */
    private static final Duration PUSHED_WITHIN = Duration.ofMinutes(5);

    /** Longer than a pause of the JVM, shorter than that of most clients. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Set<String> REQUEST_HEADERS = Set.of(
            "accept",
            "accept-language",
            "content-type",
            "content-length",
            "content-encoding",
            "if-match",
            "if-none-match",
            "if-modified-since",
            "idempotency-key",
            "last-event-id",
            "range");

    private static final Set<String> RESPONSE_HEADERS = Set.of(
            "content-type",
            "content-length",
            "content-disposition",
            "content-language",
            "content-range",
            "accept-ranges",
            "cache-control",
            "etag",
            "last-modified",
            "link",
            "location",
            "allow",
            "retry-after",
            "ratelimit",
            "ratelimit-policy",
            "deprecation",
            "sunset");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;
    private final OpenStreams streams;
    private final Relay prompt;
    private final Relay pushing;
    private final Relay patient;
    private final Map<Service, Turnstile> turnstiles = new ConcurrentHashMap<>();
    private final int atOnce;

    /**
     * @param connectWithin how long a service may take to accept a connection
     * @param answerWithin how long it may take to answer a prompt question in full; imports and streams take as long as
     *     they take, a post in one piece five minutes at most
     * @param atOnce how many questions are with one service at once; imports and streams are not counted
     */
    public Forwarding(OpenStreams streams, Duration connectWithin, Duration answerWithin, int atOnce) {
        client = HttpClient.newBuilder()
                // The services speak HTTP/1.1; asking each for an upgrade first costs a round trip.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectWithin)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(threads)
                .build();
        this.streams = streams;
        this.atOnce = atOnce;
        prompt = new Relay(client, streams, answerWithin);
        pushing = new Relay(client, streams, PUSHED_WITHIN);
        patient = new Relay(client, streams, null);
    }

    /** Questions that are answered at once: passed on under the same path. */
    public HandlerFunction<ServerResponse> to(Service service) {
        return counted(service, handler(service, prompt));
    }

    /** Posts in one piece, which take as long as whoever sends them, but not all at once. */
    public HandlerFunction<ServerResponse> pushTo(Service service) {
        return counted(service, handler(service, pushing));
    }

    private HandlerFunction<ServerResponse> counted(Service service, HandlerFunction<ServerResponse> handler) {
        var turnstile = turnstiles.computeIfAbsent(service, _ -> new Turnstile(atOnce, PATIENCE));
        return request -> {
            if (!entered(turnstile)) {
                return Problem.busy(service.name()).response();
            }
            try {
                return handler.handle(request);
            } finally {
                turnstile.leave();
            }
        };
    }

    private static boolean entered(Turnstile turnstile) {
        try {
            return turnstile.enter();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Imports, which take as long as they take. */
    public HandlerFunction<ServerResponse> streamTo(Service service) {
        return handler(service, patient);
    }

    /** Live events, for as long as somebody listens; each key may follow so many at once. */
    public HandlerFunction<ServerResponse> follow(Service service) {
        var handler = handler(service, patient);
        return request -> {
            var place = streams.place(Passage.of(request));
            if (place.isEmpty()) {
                return Problem.tooManyStreams(streams.mostForAKey()).response();
            }
            try {
                return new Followed(handler.handle(request), place.get());
            } catch (Exception failed) {
                place.get().close();
                throw failed;
            }
        };
    }

    private static HandlerFunction<ServerResponse> handler(Service service, Relay relay) {
        var beans = new StaticListableBeanFactory();
        RequestHttpHeadersFilter requestHeaders = Forwarding::requestHeaders;
        ResponseHttpHeadersFilter responseHeaders = Forwarding::responseHeaders;
        beans.addBean("requestHeaders", requestHeaders);
        beans.addBean("responseHeaders", responseHeaders);
        var proxy = new ProxyExchangeHandlerFunction(
                relay,
                beans.getBeanProvider(RequestHttpHeadersFilter.class),
                beans.getBeanProvider(ResponseHttpHeadersFilter.class),
                _ -> service.address());
        // Collects the header filters; as a bean it would be told so by the context.
        proxy.onApplicationEvent((ContextRefreshedEvent) null);
        return request -> pass(request, service, proxy);
    }

    private static ServerResponse pass(ServerRequest request, Service service, ProxyExchangeHandlerFunction proxy) {
        try {
            var answer = proxy.handle(request);
            return isUnexplained(answer) ? explain(answer, request, service) : answer;
        } catch (UncheckedIOException away) {
            var brokenBody = Passage.brokenBody(request);
            if (brokenBody.isPresent()) {
                return brokenBody.get().response();
            }
            LOG.atWarn()
                    .addKeyValue("requestId", Passage.of(request).requestId())
                    .addKeyValue("service", service.name())
                    .addKeyValue("cause", String.valueOf(away.getCause()))
                    .log("a service did not answer");
            return (isLate(away) ? Problem.late(service.name()) : Problem.away(service.name())).response();
        }
    }

    private static boolean isLate(UncheckedIOException away) {
        return away.getCause() instanceof HttpTimeoutException
                && !(away.getCause() instanceof HttpConnectTimeoutException);
    }

    /** An error that says nothing a client could read: a servlet container's page, or an empty body. */
    private static boolean isUnexplained(ServerResponse answer) {
        var type = answer.headers().getContentType();
        return answer.statusCode().isError()
                && (type == null || !MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(type));
    }

    private static ServerResponse explain(ServerResponse answer, ServerRequest request, Service service) {
        var unread = (Relay.Answered) request.attributes().get(Relay.Answered.ATTRIBUTE);
        try {
            unread.body().close();
        } catch (IOException alreadyGone) {
            LOG.atDebug().setCause(alreadyGone).log("an answer nobody reads was closed already");
        }
        var status = answer.statusCode().value();
        LOG.atWarn()
                .addKeyValue("requestId", Passage.of(request).requestId())
                .addKeyValue("service", service.name())
                .addKeyValue("status", status)
                .log("a service failed without saying why");
        if (status == 503) {
            return Problem.away(service.name()).response();
        }
        return (status >= 500 ? Problem.upstreamFailed(service.name()) : Problem.ofStatus(status)).response();
    }

    private static HttpHeaders requestHeaders(HttpHeaders original, ServerRequest request) {
        var passage = Passage.of(request);
        var headers = only(REQUEST_HEADERS, original);
        switch (passage.route().payload()) {
            case Payload.None _ -> {
                headers.remove(HttpHeaders.CONTENT_LENGTH);
                headers.remove(HttpHeaders.CONTENT_TYPE);
                headers.remove(HttpHeaders.CONTENT_ENCODING);
            }
            case Payload.Json _ -> headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
            case Payload.Stream stream ->
                headers.set(HttpHeaders.CONTENT_TYPE, stream.types().preferred());
        }
        headers.set(ResponseHeaders.REQUEST_ID, passage.requestId());
        passage.project().ifPresent(project -> headers.set(ServiceHeaders.PROJECT, project));
        headers.set(ServiceHeaders.SCOPES, passage.bearer().scopes());
        return headers;
    }

    private static HttpHeaders responseHeaders(HttpHeaders original, ServerResponse response) {
        var headers = only(RESPONSE_HEADERS, original);
        if (headers.getCacheControl() == null) {
            headers.setCacheControl("no-store");
        }
        if (MediaType.TEXT_EVENT_STREAM.equalsTypeAndSubtype(headers.getContentType())) {
            // nginx before us would gather events until there are 4 KiB of them.
            headers.set("X-Accel-Buffering", "no");
        }
        return headers;
    }

    private static HttpHeaders only(Set<String> names, HttpHeaders original) {
        var passed = new HttpHeaders();
        original.forEach((name, values) -> {
            if (names.contains(name.toLowerCase(Locale.ROOT))) {
                passed.put(name, List.copyOf(values));
            }
        });
        return passed;
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }
}
