package io.habitus.persona.rest;

import io.habitus.persona.running.Lag;
import io.habitus.persona.running.ViewStreams;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ExecutionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How this service is doing, for the gateway. */
@RestController
public final class StatusController {

    private final ViewStreams streams;
    private final Lag lag;
    private final MeterRegistry meters;

    /** @param meters where is counted what nobody can read */
    public StatusController(ViewStreams streams, Lag lag, MeterRegistry meters) {
        this.streams = streams;
        this.lag = lag;
        this.meters = meters;
    }

    /**
     * @param lag events that wait to be counted
     * @param streams what Kafka Streams is doing
     * @param setAside events that this instance could not read since it started; they lie in SET_ASIDE
     */
    record Status(long lag, String streams, long setAside) {}

    @GetMapping("/internal/status")
    Status status() {
        try {
            return new Status(lag.total(), streams.state().name(), setAside());
        } catch (ExecutionException away) {
            throw Problem.notYet("the broker does not answer", away);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Problem.notYet("this instance is stopping", stop);
        }
    }

    private long setAside() {
        return (long) meters.find("persona.mentions").tag("outcome", "set-aside").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
