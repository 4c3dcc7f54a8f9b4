package io.habitus.persona.rest;

import io.habitus.persona.running.Lag;
import io.habitus.persona.running.ViewStreams;
import java.util.concurrent.ExecutionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How this service is doing, for the gateway. */
@RestController
public final class StatusController {

    private final ViewStreams streams;
    private final Lag lag;

    /** Looks at both. */
    public StatusController(ViewStreams streams, Lag lag) {
        this.streams = streams;
        this.lag = lag;
    }

    /**
     * @param lag events that wait to be counted
     * @param streams what Kafka Streams is doing
     */
    record Status(long lag, String streams) {}

    @GetMapping("/internal/status")
    Status status() {
        try {
            return new Status(lag.total(), streams.state().name());
        } catch (ExecutionException away) {
            throw Problem.notYet("the broker does not answer", away);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Problem.notYet("this instance is stopping", stop);
        }
    }
}
