package io.habitus.analysis.mentions;

import io.habitus.analysis.watches.Watchlist;
import io.habitus.contracts.Topics;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every change of a watch reaches the watchlist, the old ones again at every start. */
final class TakingOverWatches implements Processor<byte[], byte[], Void, Void> {

    private static final Logger log = LoggerFactory.getLogger(TakingOverWatches.class);

    private final Watchlist watchlist;
    private ProcessorContext<Void, Void> context;

    TakingOverWatches(Watchlist watchlist) {
        this.watchlist = watchlist;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var offset = context.recordMetadata().orElseThrow().offset();
        try {
            var event = Topics.WATCHES.value().deserializer().deserialize(Topics.WATCHES.name(), record.value());
            if (event != null) {
                watchlist.apply(event, offset);
            }
        } catch (SerializationException unreadable) {
            // Not ours to set aside: every instance reads it, and it stays in WATCHES for whoever looks.
            log.atError().addKeyValue("offset", offset).log("a watch cannot be read: {}", unreadable.getMessage());
            watchlist.skip(offset);
        }
    }
}
