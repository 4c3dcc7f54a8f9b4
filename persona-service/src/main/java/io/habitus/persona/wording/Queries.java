package io.habitus.persona.wording;

import io.habitus.contracts.Topics;
import io.habitus.contracts.WatchEvent;
import io.habitus.persona.log.WholeTopic;
import io.habitus.persona.words.Naming;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words of every watch's query. Its posts were chosen by them, so that they are frequent says nothing; and by those of
 * the other watches is known what else a project is interested in.
 */
public final class Queries implements WholeTopic.Reader {

    private static final Logger LOG = LoggerFactory.getLogger(Queries.class);

    private final Map<String, Watched> words = new ConcurrentHashMap<>();

    private record Watched(String project, QueryWords words) {}

    /** The words of a watch's query; none if it is not known. */
    QueryWords wordsOf(String project, String watch) {
        var watched = words.get(Topics.projectKey(project, watch));
        return watched == null ? QueryWords.NONE : watched.words;
    }

    /** What the project's watches look for that are about something else than this one. */
    Naming besides(String project, String watch) {
        return wordsOf(project, watch)
                .besides(words.values().stream()
                        .filter(one -> one.project.equals(project))
                        .map(Watched::words)
                        .toList());
    }

    @Override
    public void beginAnew(long end) {
        words.clear();
    }

    @Override
    public void take(ConsumerRecord<byte[], byte[]> message) {
        try {
            switch (Topics.WATCHES.value().deserializer().deserialize(message.topic(), message.value())) {
                case WatchEvent.Saved saved ->
                    words.put(
                            Topics.projectKey(saved.project(), saved.watch()),
                            new Watched(saved.project(), QueryWords.of(saved.query())));
                case WatchEvent.Removed removed -> words.remove(Topics.projectKey(removed.project(), removed.watch()));
                case null -> LOG.debug("a watch is forgotten");
            }
        } catch (SerializationException unreadable) {
            LOG.atWarn().addKeyValue("offset", message.offset()).log("passed over a watch nobody can read");
        }
    }

    @Override
    public void complete() {
        LOG.debug("all watches are known");
    }
}
