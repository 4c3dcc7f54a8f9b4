package io.habitus.contracts;

import io.habitus.contracts.Topic.Keeping;
import io.habitus.contracts.Topic.Spread;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Every topic of Habitus. The writing service creates its topics. The record timestamp of every topic is the
 * <em>arrival</em> time; a post's own time is in the value.
 */
public final class Topics {

    /** Written by ingest-service, keyed by post id; an {@code AuthorChanged} goes to every partition. */
    public static final Topic<String, PostEvent> POSTS =
            new Topic<>("posts", Serdes.String(), JsonSerde.of(PostEvent.class), Keeping.LOG, Spread.WIDE);

    /** Written by ingest-service, keyed by author pseudonym. */
    public static final Topic<String, AuthorEvent> AUTHORS = new Topic<>(
            "authors", Serdes.String(), JsonSerde.of(AuthorEvent.class), Keeping.NEWEST_PER_KEY, Spread.SINGLE);

    /**
     * Written by ingest-service: what came from where, keyed by {@code account/source}, and when it listened, keyed by
     * {@code stretch/beginning}.
     */
    public static final Topic<String, ListeningEvent> LISTENING = new Topic<>(
            "listening", Serdes.String(), JsonSerde.of(ListeningEvent.class), Keeping.NEWEST_PER_KEY, Spread.SINGLE);

    /** Written by analysis-service, keyed by {@link #projectKey project/watch}. One partition: its offsets are versions of the whole list. */
    public static final Topic<String, WatchEvent> WATCHES = new Topic<>(
            "watches", Serdes.String(), JsonSerde.of(WatchEvent.class), Keeping.NEWEST_PER_KEY, Spread.SINGLE);

    /** Written by analysis-service, keyed and partitioned as {@link #POSTS}. */
    public static final Topic<String, RematchEvent> REMATCHES =
            new Topic<>("rematches", Serdes.String(), JsonSerde.of(RematchEvent.class), Keeping.LOG, Spread.WIDE);

    /** Written by analysis-service, only by its MentionTopology, keyed by {@link #projectKey project/postId}. */
    public static final Topic<String, MentionEvent> MENTIONS = new Topic<>(
            "mentions", Serdes.String(), JsonSerde.of(MentionEvent.class), Keeping.NEWEST_PER_KEY, Spread.WIDE);

    /**
     * Written by analysis-service, only by its MentionTopology, keyed by {@link #projectKey project/postId}; kept for
     * {@link SampleEvent#KEPT}. Its timestamps are those of the posts: when each was first heard.
     */
    public static final Topic<String, SampleEvent> SAMPLE = new Topic<>(
            "sample", Serdes.String(), JsonSerde.of(SampleEvent.class), Keeping.NEWEST_PER_KEY_FOR_A_TIME, Spread.WIDE);

    /** Written by persona-service, keyed by {@code project/watch/window}. */
    public static final Topic<String, LiveView> VIEWS =
            new Topic<>("views", Serdes.String(), JsonSerde.of(LiveView.class), Keeping.NEWEST_PER_KEY, Spread.SINGLE);

    /** Written by api-gateway, keyed by project id. */
    public static final Topic<String, ProjectEvent> PROJECTS = new Topic<>(
            "projects", Serdes.String(), JsonSerde.of(ProjectEvent.class), Keeping.NEWEST_PER_KEY, Spread.SINGLE);

    /** Written by api-gateway, keyed by key id; holds hashes, never a key. */
    public static final Topic<String, KeyEvent> KEYS =
            new Topic<>("keys", Serdes.String(), JsonSerde.of(KeyEvent.class), Keeping.NEWEST_PER_KEY, Spread.SINGLE);

    /**
     * Written by whoever refused a record, under its original key: the original bytes. The headers {@code reason} and
     * {@code origin} ({@code topic-partition@offset}) say why and from where.
     */
    public static final Topic<byte[], byte[]> SET_ASIDE =
            new Topic<>("set-aside", Serdes.ByteArray(), Serdes.ByteArray(), Keeping.LOG, Spread.SINGLE);

    /** All of them, in the order in which data meets them. */
    public static List<Topic<?, ?>> all() {
        return List.of(
                POSTS, AUTHORS, LISTENING, WATCHES, REMATCHES, MENTIONS, SAMPLE, VIEWS, PROJECTS, KEYS, SET_ASIDE);
    }

    /** The key of what belongs to a project: {@code project/id}. */
    public static String projectKey(String project, String id) {
        return project + "/" + id;
    }

    private Topics() {}
}
