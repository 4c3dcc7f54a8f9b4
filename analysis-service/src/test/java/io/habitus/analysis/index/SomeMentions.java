package io.habitus.analysis.index;

import io.habitus.contracts.MentionEvent;
import io.habitus.contracts.MentionEvent.Found;
import io.habitus.contracts.MentionEvent.HeardBy;
import io.habitus.contracts.MentionEvent.Reason;
import io.habitus.contracts.MentionEvent.Withdrawn;
import io.habitus.contracts.Polarity;
import io.habitus.contracts.SourceType;
import io.habitus.contracts.Tags;
import io.habitus.contracts.Topics;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Mentions for the tests of this room. */
final class SomeMentions {

    static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

    private SomeMentions() {}

    static Found found(String project, String postId, long sequence, String text, String... watches) {
        return found(project, postId, sequence, AT, text, watches);
    }

    static Found found(String project, String postId, long sequence, Instant at, String text, String... watches) {
        return new Found(
                project,
                postId,
                sequence,
                at,
                at.plusSeconds(1),
                false,
                "forum",
                SourceType.POST,
                0,
                "de",
                "forum.example.de",
                null,
                text,
                "jane",
                10L,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "c2VjcmV0",
                heardBy(watches),
                null);
    }

    static Found judged(Found found, Polarity polarity) {
        return new Found(
                found.project(),
                found.postId(),
                found.sequence(),
                found.at(),
                found.added(),
                found.timeDoubted(),
                found.source(),
                found.type(),
                found.revision(),
                found.lang(),
                found.site(),
                found.title(),
                found.text(),
                found.author(),
                found.followers(),
                found.thread(),
                found.parent(),
                found.repostOf(),
                found.quoteOf(),
                found.rating(),
                found.place(),
                found.engagement(),
                found.origin(),
                found.watches(),
                new Tags("de", polarity));
    }

    /** With an id of a conversation that no index can take. */
    static Found unindexable(String project, String postId, long sequence) {
        return new Found(
                project,
                postId,
                sequence,
                AT,
                AT,
                false,
                "forum",
                SourceType.POST,
                0,
                "de",
                null,
                null,
                "text",
                null,
                null,
                "x".repeat(40_000),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                heardBy("w"),
                null);
    }

    private static List<HeardBy> heardBy(String... watches) {
        return Arrays.stream(watches).map(watch -> new HeardBy(watch, 1)).toList();
    }

    static Withdrawn withdrawn(String project, String postId, long sequence) {
        return new Withdrawn(project, postId, sequence, AT, Reason.DELETED);
    }

    static byte[] json(MentionEvent event) {
        return Topics.MENTIONS.value().serializer().serialize(Topics.MENTIONS.name(), event);
    }

    static byte[] lines(MentionEvent event) {
        return MentionDocument.lines(event, json(event));
    }

    static ConsumerRecord<byte[], byte[]> record(long offset, MentionEvent event) {
        var key = Topics.projectKey(event.project(), event.postId());
        return new ConsumerRecord<>(
                Topics.MENTIONS.name(),
                0,
                offset,
                Topics.MENTIONS.key().serializer().serialize(Topics.MENTIONS.name(), key),
                json(event));
    }
}
