package io.habitus.ingest.log;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Remembers of the newest posts what was last published of each, so that the same need not be published again. A table
 * of fixed size, in buckets of eight places; a post whose bucket is full takes the place of the oldest there. A post
 * that was forgotten is published again, and MentionTopology, which forgets nothing, sees that nothing changed.
 */
final class Idempotency {

    private static final int GUARDS = 256;
    private static final int BUCKET = 8;
    private static final int NOWHERE = -1;
    private static final Future<?> ACKNOWLEDGED = CompletableFuture.completedFuture(null);

    // A place is free if both halves of its id are 0. Newest first within a bucket.
    private final long[] high;
    private final long[] low;
    private final long[] digests;
    // Null in a taken place: acknowledged.
    private final Future<?>[] underWay;
    private final Object[] guards =
            IntStream.range(0, GUARDS).mapToObj(i -> new Object()).toArray();

    /** @param places rounded up to a power of two, at least 2048; 28 bytes each */
    Idempotency(int places) {
        int size = Math.max(GUARDS * BUCKET, Integer.highestOneBit(Math.max(1, places - 1)) * 2);
        high = new long[size];
        low = new long[size];
        digests = new long[size];
        underWay = new Future<?>[size];
    }

    /** Held around a look and a send, so that what is remembered and what is in the log have the same order. */
    Object guard(PostKey post) {
        return guards[bucket(post) / BUCKET & (GUARDS - 1)];
    }

    /** The acknowledgement of the last publication of this post if it was the same; null if it was not, or is unknown. */
    Future<?> lastIfSame(PostKey post, long digest) {
        int place = find(post);
        if (place == NOWHERE || digests[place] != digest) {
            return null;
        }
        Future<?> last = underWay[place];
        if (last == null) {
            return ACKNOWLEDGED;
        }
        return last.state() == Future.State.FAILED ? null : last;
    }

    /** Something that can be repeated was sent. */
    void sent(PostKey post, long digest, Future<?> acknowledgement) {
        forget(post);
        int first = bucket(post);
        shift(first, first + 1, BUCKET - 1);
        high[first] = post.high();
        low[first] = post.low();
        digests[first] = digest;
        underWay[first] = acknowledgement;
    }

    /** Something that cannot be repeated was sent: whatever comes next must be published. */
    void forget(PostKey post) {
        int place = find(post);
        if (place == NOWHERE) {
            return;
        }
        int last = bucket(post) + BUCKET - 1;
        shift(place + 1, place, last - place);
        high[last] = 0;
        low[last] = 0;
        underWay[last] = null;
    }

    void acknowledged(PostKey post, Future<?> acknowledgement) {
        synchronized (guard(post)) {
            int place = find(post);
            if (place != NOWHERE && underWay[place] == acknowledgement) {
                underWay[place] = null;
            }
        }
    }

    void failed(PostKey post, Future<?> acknowledgement) {
        synchronized (guard(post)) {
            int place = find(post);
            if (place != NOWHERE && underWay[place] == acknowledgement) {
                forget(post);
            }
        }
    }

    private int bucket(PostKey post) {
        return (int) post.low() & (low.length - 1) & -BUCKET;
    }

    private int find(PostKey post) {
        int first = bucket(post);
        for (int place = first; place < first + BUCKET; place++) {
            if (high[place] == post.high() && low[place] == post.low()) {
                return place;
            }
        }
        return NOWHERE;
    }

    private void shift(int from, int to, int count) {
        System.arraycopy(high, from, high, to, count);
        System.arraycopy(low, from, low, to, count);
        System.arraycopy(digests, from, digests, to, count);
        System.arraycopy(underWay, from, underWay, to, count);
    }

    /** A post id as two numbers. */
    record PostKey(long high, long low) {
        static PostKey of(String postId) {
            return new PostKey(Long.parseUnsignedLong(postId, 0, 16, 16), Long.parseUnsignedLong(postId, 16, 32, 16));
        }
    }
}
