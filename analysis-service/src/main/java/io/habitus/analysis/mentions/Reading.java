package io.habitus.analysis.mentions;

import io.habitus.analysis.mentions.Received.Again;
import io.habitus.analysis.mentions.Received.Outcome;
import io.habitus.analysis.mentions.Understood.OfPosts;
import io.habitus.analysis.mentions.Understood.OfRematches;
import io.habitus.contracts.PostEvent;
import io.habitus.contracts.RematchEvent;
import io.habitus.contracts.Topic;
import io.habitus.contracts.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Bytes become events; what is none is set aside with the reason, and the stream goes on. */
final class Reading implements Processor<byte[], byte[], Object, Object> {

    private final Received received;
    private ProcessorContext<Object, Object> context;
    private CommitPace pace;

    Reading(Received received) {
        this.received = received;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        this.pace = CommitPace.of(context);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        pace.read(record.timestamp());
        switch (understand(record)) {
            case Readable(var key, var event) ->
                context.forward(new Record<>(key, event, record.timestamp()), MentionTopology.DECIDE);
            case Unreadable(var reason) -> setAside(record, reason);
        }
    }

    private sealed interface Result {}

    private record Readable(String key, Understood event) implements Result {}

    private record Unreadable(String reason) implements Result {}

    private Result understand(Record<byte[], byte[]> record) {
        if (record.key() == null) {
            return new Unreadable("no key");
        }
        if (record.value() == null) {
            return new Unreadable("no value");
        }
        var key = new String(record.key(), StandardCharsets.UTF_8);
        try {
            return isOfPosts() ? ofPosts(key, record.value()) : ofRematches(key, record.value());
        } catch (SerializationException unreadable) {
            return new Unreadable(unreadable.getMessage());
        }
    }

    private boolean isOfPosts() {
        return Topics.POSTS.name().equals(topic());
    }

    private String topic() {
        return context.recordMetadata().orElseThrow().topic();
    }

    private static Result ofPosts(String key, byte[] json) {
        var event = read(Topics.POSTS, json);
        var named =
                switch (event) {
                    case PostEvent.Published published -> published.postId();
                    case PostEvent.Retracted retracted -> retracted.postId();
                    case PostEvent.Measured measured -> measured.postId();
                    case PostEvent.AuthorChanged changed -> changed.author();
                };
        if (!key.equals(named)) {
            return new Unreadable("the key is not the id in the event");
        }
        return complete(event)
                ? new Readable(key, new OfPosts(event, Bytes.wrap(json)))
                : new Unreadable("a field that must be there is missing");
    }

    /** Whether all is there without which nothing can be decided. */
    private static boolean complete(PostEvent event) {
        return switch (event) {
            case PostEvent.Published post ->
                post.source() != null
                        && post.type() != null
                        && post.at() != null
                        && post.text() != null
                        && post.revision() >= 0;
            case PostEvent.Retracted _ -> true;
            case PostEvent.Measured measured -> measured.engagement() != null && measured.measuredAt() != null;
            case PostEvent.AuthorChanged changed -> changed.status() != null && changed.changedAt() != null;
        };
    }

    private static Result ofRematches(String key, byte[] json) {
        var event = read(Topics.REMATCHES, json);
        return switch (event) {
            case RematchEvent.WatchesUpTo _ -> new Readable(key, new OfRematches(event));
            case RematchEvent.LookAgain again
            when key.equals(again.postId()) -> new Readable(key, new OfRematches(event));
            case RematchEvent.LookAgain _ -> new Unreadable("the key is not the id in the event");
        };
    }

    private static <T> T read(Topic<String, T> topic, byte[] json) {
        var event = topic.value().deserializer().deserialize(topic.name(), json);
        if (event == null) {
            throw new SerializationException("no event");
        }
        return event;
    }

    private void setAside(Record<byte[], byte[]> record, String reason) {
        if (isOfPosts()) {
            received.count(Outcome.SET_ASIDE);
        } else {
            received.count(Again.SET_ASIDE);
        }
        SettingAside.forward(context, record, reason);
    }
}
