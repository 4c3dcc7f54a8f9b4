package io.habitus.persona.views;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.Topics;
import io.habitus.persona.log.WholeTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings all of VIEWS, one partition, to the newest views. */
public final class ViewReader implements WholeTopic.Reader {

    private static final Logger LOG = LoggerFactory.getLogger(ViewReader.class);

    private final NewestViews views;

    /** @param views where they go */
    public ViewReader(NewestViews views) {
        this.views = views;
    }

    @Override
    public void beginAnew(long end) {
        views.beginAnew(end);
    }

    @Override
    public void take(ConsumerRecord<byte[], byte[]> message) {
        try {
            String key = Topics.VIEWS.key().deserializer().deserialize(message.topic(), message.key());
            LiveView view = Topics.VIEWS.value().deserializer().deserialize(message.topic(), message.value());
            views.take(message.offset(), key, view);
        } catch (SerializationException unreadable) {
            // Only this service writes VIEWS, and it will write this view anew; the one before stands until then.
            LOG.atWarn()
                    .addKeyValue("offset", message.offset())
                    .addKeyValue("reason", unreadable.getMessage())
                    .log("passed over a view nobody can read");
        }
    }

    @Override
    public void complete() {
        views.complete();
    }
}
