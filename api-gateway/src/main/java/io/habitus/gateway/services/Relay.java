package io.habitus.gateway.services;

import io.habitus.gateway.door.OpenStreams;
import io.habitus.gateway.door.Passage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Sends a request on and brings the answer back, piece by piece in both directions as the pieces come. Spring Cloud
 * Gateway's own exchanges gather small pieces of a request until there are enough, and either limit a stream's whole life
 * or nothing.
 */
final class Relay implements ProxyExchange {

    private static final int BUFFER = 1 << 14;

    /** What the JDK's client sets itself and lets nobody else set. */
    private static final Set<String> SET_BY_CLIENT =
            Set.of("connection", "content-length", "expect", "host", "upgrade");

    private final HttpClient client;
    private final OpenStreams streams;
    private final Duration answerWithin;

    /** @param answerWithin in full; null for as long as it takes */
    Relay(HttpClient client, OpenStreams streams, Duration answerWithin) {
        this.client = client;
        this.streams = streams;
        this.answerWithin = answerWithin;
    }

    /** @throws UncheckedIOException if the service cannot be reached or does not begin to answer */
    @Override
    public ServerResponse exchange(Request request) {
        try {
            return answer(request, send(request));
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", stop));
        }
    }

    private HttpResponse<InputStream> send(Request request) throws IOException, InterruptedException {
        var servlet = request.getServerRequest().servletRequest();
        var body = servlet.getInputStream();
        if (body.isFinished()) {
            return client.send(requestOf(request, BodyPublishers.noBody()), BodyHandlers.ofInputStream());
        }
        var pieces = new HandedOver(servlet.getContentLengthLong());
        var answer = client.sendAsync(requestOf(request, pieces), BodyHandlers.ofInputStream());
        var told = answer.whenComplete((_, _) -> pieces.stop());
        pieces.handOver(body);
        try {
            return told.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException away ? away : new IOException(failed.getCause());
        }
    }

    private HttpRequest requestOf(Request request, BodyPublisher body) {
        var builder = HttpRequest.newBuilder(request.getUri())
                .method(request.getMethod().name(), body);
        request.getHeaders().forEach((name, values) -> {
            if (!SET_BY_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        if (answerWithin != null) {
            builder.timeout(answerWithin);
        }
        return builder.build();
    }

    private ServerResponse answer(Request request, HttpResponse<InputStream> said) {
        var passage = Passage.of(request.getServerRequest());
        var headers = new HttpHeaders();
        said.headers().map().forEach(headers::addAll);
        var answer = GatewayServerResponse.status(said.statusCode()).build((_, response) -> {
            try (var body = streams.watched(said.body(), passage, answerWithin)) {
                copy(body, bufferFor(said), response.getOutputStream());
            }
            return null;
        });
        var answered = new Answered(HttpStatusCode.valueOf(said.statusCode()), headers, said.body());
        request.getServerRequest().attributes().put(Answered.ATTRIBUTE, answered);
        request.getResponseConsumers().forEach(consumer -> consumer.accept(answered, answer));
        return answer;
    }

    /**
     * What a service answered.
     *
     * @param body unread
     */
    record Answered(HttpStatusCode status, HttpHeaders headers, InputStream body) implements Response {

        static final String ATTRIBUTE = Answered.class.getName();

        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }

    /** Most answers are a line long. */
    private static byte[] bufferFor(HttpResponse<?> said) {
        var length = said.headers().firstValueAsLong("content-length").orElse(BUFFER);
        return new byte[(int) Math.clamp(length, 1, BUFFER)];
    }

    private static void copy(InputStream from, byte[] buffer, OutputStream to) throws IOException {
        for (var count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            to.write(buffer, 0, count);
            if (from.available() == 0) {
                // Nothing more is here yet: what is should not wait for it.
                to.flush();
            }
        }
    }
}
