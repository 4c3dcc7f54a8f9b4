package io.habitus.bench;

import io.habitus.contracts.MentionEvent.Found;
import io.habitus.contracts.MentionEvent.HeardBy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which place in MENTIONS each new post got, read beside the services. */
final class HeardPosts implements AutoCloseable {

    /** Where a mention stands, and the watches that hear it. */
    record Place(int partition, long offset, List<String> watches) {}

    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final Thread reading;
    private final Mentions mentions;
    private volatile boolean stopping;

    /** Reads from now on. */
    HeardPosts(String broker) {
        mentions = new Mentions(broker);
        mentions.fromNow();
        reading = Thread.ofPlatform().daemon().name("heard-posts").start(this::read);
    }

    /** Null while the post has no mention. */
    Place of(String postId) {
        return places.get(postId);
    }

    private void read() {
        try (mentions) {
            while (!stopping) {
                for (var record : mentions.poll()) {
                    if (Mentions.eventOf(record) instanceof Found found) {
                        List<String> watches =
                                found.watches().stream().map(HeardBy::watch).toList();
                        places.putIfAbsent(found.postId(), new Place(record.partition(), record.offset(), watches));
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        stopping = true;
        try {
            reading.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
