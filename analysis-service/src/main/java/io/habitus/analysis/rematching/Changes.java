package io.habitus.analysis.rematching;

import io.habitus.analysis.watches.Watchlist;
import io.habitus.contracts.MentionEvent.Found;
import io.habitus.contracts.MentionEvent.HeardBy;
import io.habitus.contracts.PostEvent.Published;
import io.habitus.contracts.Topics;
import io.habitus.contracts.WatchEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches that came, changed or went, the newest state of each, as a list of their own to match with. */
final class Changes implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Changes.class);

    private final Watchlist changed = new Watchlist();
    private final Map<String, WatchEvent> newest = new HashMap<>();
    private long upTo = -1;

    static Changes in(ConsumerRecords<byte[], byte[]> records) {
        var changes = new Changes();
        records.forEach(changes::add);
        return changes;
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        upTo = record.offset();
        try {
            var event = Topics.WATCHES.value().deserializer().deserialize(record.topic(), record.value());
            if (event != null) {
                changed.apply(event, record.offset());
                newest.put(Topics.projectKey(event.project(), event.watch()), event);
            }
        } catch (SerializationException unreadable) {
            log.atError()
                    .addKeyValue("offset", record.offset())
                    .log("a change of a watch cannot be read: {}", unreadable.getMessage());
        }
    }

    int size() {
        return newest.size();
    }

    /** Offset of the newest of them in WATCHES. */
    long upTo() {
        return upTo;
    }

    /** Whether one of them can hear anything; removed ones cannot. */
    boolean canHear() {
        return newest.values().stream().anyMatch(WatchEvent.Saved.class::isInstance);
    }

    /** Whether a post has to be looked at because one of them hears it now. */
    boolean hear(Published post) {
        return !changed.match(post).isEmpty();
    }

    /** Whether a mention has to be looked at: one of them heard it in another version, or hears it now. */
    boolean concern(Found mention) {
        var current = new HashSet<HeardBy>();
        for (var hit : changed.match(postOf(mention))) {
            if (!hit.project().equals(mention.project())) {
                // Another project may hear it as well, unless the post is not for it; the topology knows.
                return true;
            }
            current.add(new HeardBy(hit.watch(), hit.version()));
        }
        return !current.equals(shown(mention));
    }

    private Set<HeardBy> shown(Found mention) {
        var shown = new HashSet<HeardBy>();
        for (var watch : mention.watches()) {
            if (newest.containsKey(Topics.projectKey(mention.project(), watch.watch()))) {
                shown.add(watch);
            }
        }
        return shown;
    }

    /** What a watch can ask of a post is in the mention too, except whose project it is. */
    private static Published postOf(Found mention) {
        return new Published(
                mention.postId(),
                null,
                mention.source(),
                mention.type(),
                mention.revision(),
                false,
                mention.at(),
                mention.timeDoubted(),
                mention.lang(),
                mention.site(),
                mention.title(),
                mention.text(),
                mention.author(),
                mention.followers(),
                mention.thread(),
                mention.parent(),
                mention.repostOf(),
                mention.quoteOf(),
                mention.rating(),
                mention.place(),
                mention.engagement(),
                mention.origin());
    }

    @Override
    public void close() {
        changed.close();
    }
}
