package io.habitus.persona.wording;

import io.habitus.persona.contribution.ShortIds;
import io.habitus.persona.sample.SampledPost;
import io.habitus.persona.words.Said;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What else was heard in a stretch of time, by sample: what a watch is compared with. No text is copied; each is made when it
 * is read.
 */
final class Everything {

    private static final int MOST_TEXTS = 120_000;
    private static final long MOST_BYTES = 24_000_000;
    /** A late post or two are farther back than the sample reaches. */
    private static final int ONE_IN = 100;

    private final Map<ShortIds.Post, SampledPost> posts = new HashMap<>();

    private Everything() {}

    /**
     * All that is sampled in [from, to).
     *
     * @param from milliseconds since 1970
     * @param to milliseconds since 1970
     */
    static Everything heard(Iterable<SampledPost> sample, long from, long to) {
        var everything = new Everything();
        for (var post : sample) {
            if (post.at() >= from && post.at() < to) {
                everything.posts.put(ShortIds.post(post.postId()), post);
            }
        }
        return everything;
    }

    /** Since when are 99 of 100 sampled posts, in milliseconds since 1970; without any, since ever. */
    static long reachOf(Iterable<SampledPost> sample) {
        long[] times = new long[1 << 10];
        int size = 0;
        for (var post : sample) {
            if (size == times.length) {
                times = Arrays.copyOf(times, size * 2);
            }
            times[size++] = post.at();
        }
        Arrays.sort(times, 0, size);
        return size == 0 ? Long.MIN_VALUE : times[size / ONE_IN];
    }

    /** The watch hears this post, so it is nothing else. */
    void leaveOut(String postId) {
        posts.remove(ShortIds.post(postId));
    }

    /** As much as can be compared; with more, of fewer voices. */
    List<SampledPost> gathered() {
        var gathering = new Gathering<SampledPost>(MOST_TEXTS, MOST_BYTES);
        posts.values().forEach(post -> gathering.take(post.voice(), Math.min(post.size(), Beginning.LONGEST), post));
        return gathering.all();
    }

    static Said said(SampledPost post) {
        return new Said(post.voice(), post.language(), Beginning.of(post.shownText()), post.postId(), post.at());
    }
}
