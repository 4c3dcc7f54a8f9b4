package io.habitus.analysis.api;

import io.habitus.analysis.index.ElasticsearchAway;
import io.habitus.analysis.index.MentionIndex;
import io.habitus.analysis.index.MentionIndexing;
import io.habitus.analysis.log.Lag;
import io.habitus.analysis.mentions.MentionStreams;
import io.habitus.analysis.rematching.Rematching;
import io.habitus.analysis.watches.Watchlist;
import io.habitus.contracts.Topic;
import io.habitus.contracts.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far this service is, for the gateway's status. */
@RestController
final class StatusRoutes {

    private final MentionStreams streams;
    private final MentionIndexing indexing;
    private final MentionIndex index;
    private final Rematching rematching;
    private final Watchlist watchlist;
    private final Lag lag;
    private final MeterRegistry meters;

    StatusRoutes(
            MentionStreams streams,
            MentionIndexing indexing,
            MentionIndex index,
            Rematching rematching,
            Watchlist watchlist,
            Lag lag,
            MeterRegistry meters) {
        this.streams = streams;
        this.indexing = indexing;
        this.index = index;
        this.rematching = rematching;
        this.watchlist = watchlist;
        this.lag = lag;
        this.meters = meters;
    }

    /**
     * The service as it is. What cannot be told just now is absent.
     *
     * @param streams state of the topology: created, rebalancing, running, ...
     * @param unreadableWatches saved queries that this version does not understand; they hear nothing
     * @param setAside records that this instance could neither decide nor index since it started; they lie in SET_ASIDE
     */
    record Status(
            String streams,
            Behind lag,
            LookingBack rematching,
            Elasticsearch elasticsearch,
            long unreadableWatches,
            long setAside) {}

    /** Records of the log not yet done: POSTS and REMATCHES by the topology, MENTIONS by the index. */
    record Behind(Long mentions, Long indexing) {}

    /**
     * @param pending changes of watches not yet followed by a look back
     * @param active whether this instance is at one
     */
    record LookingBack(Long pending, boolean active) {}

    /** @param documents mentions, and stubs of those withdrawn */
    record Elasticsearch(String version, String status, Long documents) {}

    @GetMapping("/internal/status")
    Status status() {
        return new Status(
                streams.state().name().toLowerCase(Locale.ROOT),
                new Behind(
                        lagOf(MentionStreams.APPLICATION, List.of(Topics.POSTS, Topics.REMATCHES)),
                        indexing.group()
                                .map(group -> lagOf(group, List.of(Topics.MENTIONS)))
                                .orElse(null)),
                new LookingBack(lagOf(Rematching.GROUP, List.of(Topics.WATCHES)), rematching.isActive()),
                elasticsearch(),
                watchlist.unreadable().size(),
                counted("posts.read", "set-aside")
                        + counted("rematches.read", "set-aside")
                        + counted("mentions.indexed", "refused")
                        + counted("mentions.indexed", "unreadable"));
    }

    private long counted(String what, String outcome) {
        return (long) meters.find(what).tag("outcome", outcome).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private Long lagOf(String group, List<Topic<?, ?>> topics) {
        try {
            return lag.of(group, topics);
        } catch (ExecutionException away) {
            return null;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private Elasticsearch elasticsearch() {
        try {
            var state = index.state();
            return new Elasticsearch(state.version(), state.status(), state.documents());
        } catch (ElasticsearchAway away) {
            return new Elasticsearch(null, "away", null);
        }
    }
}
