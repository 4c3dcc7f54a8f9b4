package io.habitus.persona.running;

import io.habitus.persona.views.NewestViews;
import org.apache.kafka.streams.KafkaStreams.State;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while every figure can be given: the timelines are open, and all views are known. */
public final class StreamsHealth implements HealthIndicator {

    private final ViewStreams streams;
    private final NewestViews views;

    /** Looks at both halves. */
    public StreamsHealth(ViewStreams streams, NewestViews views) {
        this.streams = streams;
        this.views = views;
    }

    @Override
    public Health health() {
        boolean ready = streams.state() == State.RUNNING && views.isComplete();
        return (ready ? Health.up() : Health.outOfService())
                .withDetail("streams", streams.state().name())
                .withDetail("viewsKnown", views.isComplete())
                .build();
    }
}
