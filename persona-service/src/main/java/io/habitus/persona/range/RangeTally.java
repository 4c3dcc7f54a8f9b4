package io.habitus.persona.range;

import io.habitus.contracts.LiveView.Bucket;
import io.habitus.contracts.LiveView.FromSource;
import io.habitus.contracts.LiveView.Piles;
import io.habitus.contracts.LiveView.Volume;
import io.habitus.contracts.Polarity.Pile;
import io.habitus.persona.timeline.Hearing;
import io.habitus.persona.timeline.PileCounts;
import io.habitus.persona.timeline.SourceCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Counts a stretch of a timeline, told in order of time: whole, and by bucket. */
final class RangeTally implements Hearing {

    private final long[] starts;
    private final List<Bucket> series = new ArrayList<>();
    private final VoiceSet voices = new VoiceSet();
    private final VoiceSet voicesOfBucket = new VoiceSet();
    private final PileCounts piles = new PileCounts();
    private final SourceCounts sources = new SourceCounts();
    private int bucket;
    private long end;
    private long postsOfBucket;
    private long repostsOfBucket;
    private long anonymousOfBucket;
    private long posts;
    private long reposts;
    private long anonymous;

    RangeTally(Buckets buckets) {
        this.starts = buckets.starts();
        this.end = buckets.count() == 0 ? Long.MAX_VALUE : starts[1];
    }

    @Override
    public void hear(long at, boolean repost, boolean isAnonymous, Pile pile, long voice, String source) {
        piles.count(pile, 1);
        sources.count(source, repost, 1);
        if (at >= end) {
            closeBucket();
            do {
                end = starts[++bucket + 1];
            } while (at >= end);
        }
        if (repost) {
            repostsOfBucket++;
        } else {
            postsOfBucket++;
        }
        if (isAnonymous) {
            anonymousOfBucket++;
            return;
        }
        voices.add(voice);
        voicesOfBucket.add(voice);
    }

    private void closeBucket() {
        if (postsOfBucket + repostsOfBucket == 0) {
            return;
        }
        series.add(new Bucket(
                Instant.ofEpochMilli(starts[bucket]),
                new Volume(postsOfBucket, repostsOfBucket, voicesOfBucket.size(), anonymousOfBucket)));
        posts += postsOfBucket;
        reposts += repostsOfBucket;
        anonymous += anonymousOfBucket;
        postsOfBucket = 0;
        repostsOfBucket = 0;
        anonymousOfBucket = 0;
        voicesOfBucket.clear();
    }

    /** The buckets in which something was heard; to be asked when all is told. */
    List<Bucket> series() {
        closeBucket();
        return series;
    }

    /** How the whole speaks. */
    Piles piles() {
        return piles.piles();
    }

    /** Where the whole was said. */
    List<FromSource> sources() {
        return sources.sources();
    }

    /** The whole; to be asked after the series. */
    Volume total() {
        return new Volume(posts, reposts, voices.size(), anonymous);
    }
}
