package io.habitus.persona.wording;

import io.habitus.contracts.Topics;
import io.habitus.contracts.WatchEvent;
import io.habitus.persona.log.WholeTopic;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words of every watch's query. Its posts were chosen by them, so that they are frequent says nothing.
 */
public final class Queries implements WholeTopic.Reader {

    private static final Logger LOG = LoggerFactory.getLogger(Queries.class);

    private final Map<String, QueryWords> words = new ConcurrentHashMap<>();

    /** The words of a watch's query; none if it is not known. */
    QueryWords wordsOf(String project, String watch) {
        return words.getOrDefault(Topics.projectKey(project, watch), QueryWords.NONE);
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
                    words.put(Topics.projectKey(saved.project(), saved.watch()), QueryWords.of(saved.query()));
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
