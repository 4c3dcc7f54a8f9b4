package io.habitus.persona.contribution;

import io.habitus.contracts.MentionEvent;
import io.habitus.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;

/** What the bytes of a record of MENTIONS turn out to be. */
sealed interface MentionReading {

    /** An event with all that counting needs. */
    record Heard(MentionEvent event) implements MentionReading {}

    /** No event any more: the log has forgotten this mention. */
    record Forgotten(String project, String postId) implements MentionReading {}

    /** @param reason for a person to read; quotes nothing of the record */
    record Unreadable(String reason) implements MentionReading {}

    /** Wider than any time a post can have (1990 to now + 24 h), and safe to reckon with in milliseconds. */
    Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    static MentionReading of(byte[] key, byte[] value) {
        if (key == null) {
            return new Unreadable("no key");
        }
        if (value == null) {
            return forgotten(new String(key, StandardCharsets.UTF_8));
        }
        try {
            MentionEvent event = Topics.MENTIONS.value().deserializer().deserialize(Topics.MENTIONS.name(), value);
            return isComplete(event) ? new Heard(event) : new Unreadable("incomplete event");
        } catch (SerializationException unreadable) {
            return new Unreadable(unreadable.getMessage());
        }
    }

    private static MentionReading forgotten(String key) {
        int slash = key.indexOf('/');
        return slash < 0
                ? new Unreadable("key is not project/postId")
                : new Forgotten(key.substring(0, slash), key.substring(slash + 1));
    }

    private static boolean isComplete(MentionEvent event) {
        return event != null
                && event.project() != null
                && event.postId() != null
                && event.at() != null
                && event.at().isAfter(EARLIEST)
                && event.at().isBefore(LATEST)
                && switch (event) {
                    case MentionEvent.Found found -> isHeard(found);
                    case MentionEvent.Withdrawn _ -> true;
                };
    }

    private static boolean isHeard(MentionEvent.Found found) {
        return found.watches() != null && found.watches().stream().allMatch(by -> by != null && by.watch() != null);
    }
}
