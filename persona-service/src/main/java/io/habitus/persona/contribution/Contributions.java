package io.habitus.persona.contribution;

import io.habitus.contracts.MentionEvent;
import io.habitus.contracts.Topics;
import io.habitus.persona.pace.CommitPace;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Remembers what each mention last contributed, and says what an event changes: one difference per watch whose timeline
 * is no longer right. Counting twice ends here, by sequence.
 */
public final class Contributions implements Processor<byte[], byte[], byte[], Outcome> {

    /** The store: key of MENTIONS → its last contribution. */
    public static final String STORE = "contributions";

    private final Counter counted;
    private final Counter unchanged;
    private final Counter stale;
    private final Counter setAside;
    private ProcessorContext<byte[], Outcome> context;
    private KeyValueStore<Bytes, byte[]> store;
    private CommitPace pace;

    /** Counts what it meets as {@code persona.mentions} by outcome; the outcomes add up to all events read. */
    public Contributions(MeterRegistry meters) {
        this.counted = outcome("counted", meters);
        this.unchanged = outcome("unchanged", meters);
        this.stale = outcome("stale", meters);
        this.setAside = outcome("set-aside", meters);
    }

    private static Counter outcome(String outcome, MeterRegistry meters) {
        return Counter.builder("persona.mentions")
                .description("Records of MENTIONS, by what became of them on the way to the views")
                .tag("outcome", outcome)
                .register(meters);
    }

    /** The store, with these settings for its changelog. */
    public static StoreBuilder<?> store(Map<String, String> changelog) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(changelog);
    }

    @Override
    public void init(ProcessorContext<byte[], Outcome> context) {
        this.context = context;
        this.store = context.getStateStore(STORE);
        this.pace = CommitPace.of(context);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        pace.read(record.timestamp());
        switch (MentionReading.of(record.key(), record.value())) {
            case MentionReading.Unreadable(String reason) -> refuse(record, reason);
            case MentionReading.Forgotten(String project, String postId) -> forget(record, project, postId);
            case MentionReading.Heard(MentionEvent event) -> compare(record, event);
        }
    }

    /** The log forgets a mention some time after it was withdrawn; then so do we. */
    private void forget(Record<byte[], byte[]> record, String project, String postId) {
        Contribution before = remembered(record);
        store.delete(Bytes.wrap(record.key()));
        boolean changed =
                before != null && forwardDifferences(record, project, postId, before, before.withdrawn(), Text.NONE);
        (changed ? counted : unchanged).increment();
    }

    private void compare(Record<byte[], byte[]> record, MentionEvent event) {
        Contribution now = Contribution.of(event);
        Contribution before = remembered(record);
        if (before != null && now.sequence() <= before.sequence()) {
            stale.increment();
            return;
        }
        store.put(Bytes.wrap(record.key()), now.bytes());
        boolean changed = forwardDifferences(
                record, event.project(), event.postId(), before == null ? now.withdrawn() : before, now, text(event));
        (changed ? counted : unchanged).increment();
    }

    private static Text text(MentionEvent event) {
        return switch (event) {
            case MentionEvent.Found found -> Text.of(found);
            case MentionEvent.Withdrawn _ -> Text.NONE;
        };
    }

    private Contribution remembered(Record<byte[], byte[]> record) {
        byte[] remembered = store.get(Bytes.wrap(record.key()));
        return remembered == null ? null : Contribution.read(remembered);
    }

    private boolean forwardDifferences(
            Record<byte[], byte[]> record,
            String project,
            String postId,
            Contribution before,
            Contribution now,
            Text text) {
        Entry was = before.entry();
        Entry is = now.entry();
        ShortIds.Post post = ShortIds.post(postId);
        boolean saysOther = before.text() != now.text();
        boolean changed = false;
        for (String watch : before.watches()) {
            boolean stays = now.watches().contains(watch);
            if (!stays || saysOther || !is.equals(was)) {
                forward(
                        record,
                        Topics.projectKey(project, watch),
                        difference(post, was, stays ? is : null, stays && saysOther ? text : null));
                changed = true;
            }
        }
        for (String watch : now.watches()) {
            if (!before.watches().contains(watch)) {
                forward(record, Topics.projectKey(project, watch), difference(post, null, is, text));
                changed = true;
            }
        }
        return changed;
    }

    private Difference difference(ShortIds.Post post, Entry was, Entry is, Text text) {
        RecordMetadata from = from();
        return new Difference(from.partition(), from.offset(), post.high(), post.low(), was, is, text);
    }

    private void forward(Record<byte[], byte[]> record, String watch, Difference difference) {
        context.forward(new Record<>(
                watch.getBytes(StandardCharsets.UTF_8), new Outcome.Changed(difference), record.timestamp()));
    }

    private void refuse(Record<byte[], byte[]> record, String reason) {
        RecordMetadata from = from();
        String origin = from.topic() + "-" + from.partition() + "@" + from.offset();
        setAside.increment();
        context.forward(new Record<byte[], Outcome>(
                record.key(),
                new Outcome.Refused(record.value()),
                record.timestamp(),
                new RecordHeaders()
                        .add("reason", reason.getBytes(StandardCharsets.UTF_8))
                        .add("origin", origin.getBytes(StandardCharsets.UTF_8))));
    }

    private RecordMetadata from() {
        return context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("an event of MENTIONS always comes from somewhere"));
    }
}
