package io.habitus.persona.sample;

import io.habitus.contracts.SampleEvent;
import io.habitus.contracts.SampleEvent.Heard;
import io.habitus.persona.contribution.ShortIds;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The sample of one project. Written by one thread, gone through by any number. */
final class ProjectSample {

    private final Map<ShortIds.Post, KeptPost> posts = new ConcurrentHashMap<>();
    private int level;
    private long bytes;
    private volatile long oldest = Long.MIN_VALUE;

    /** @param heard when it was first heard, in milliseconds since 1970 */
    void take(Heard post, long heard) {
        if (post.level() > level) {
            narrow(post.level());
        }
        var depth = SampleEvent.depthOf(post.voice());
        if (depth < level || heard < oldest) {
            remove(post.postId());
            return;
        }
        var now = KeptPost.of(post, depth, heard);
        var before = posts.put(ShortIds.post(post.postId()), now);
        bytes += now.bytes() - (before == null ? 0 : before.bytes());
    }

    void remove(String postId) {
        var before = posts.remove(ShortIds.post(postId));
        bytes -= before == null ? 0 : before.bytes();
    }

    /** Half of the voices go, with all their posts. */
    void narrow() {
        narrow(level + 1);
    }

    private void narrow(int to) {
        level = to;
        forget(post -> post.depth() < to);
    }

    /** @param oldest what was first heard before goes, in milliseconds since 1970 */
    void forgetBefore(long oldest) {
        this.oldest = oldest;
        forget(post -> post.heard() < oldest);
    }

    private void forget(Predicate<KeptPost> which) {
        for (var posts = this.posts.values().iterator(); posts.hasNext(); ) {
            var post = posts.next();
            if (which.test(post)) {
                posts.remove();
                bytes -= post.bytes();
            }
        }
    }

    boolean canNarrow() {
        return level < SampleEvent.DEEPEST && !posts.isEmpty();
    }

    /** About what it takes of the heap. */
    long bytes() {
        return bytes;
    }

    int size() {
        return posts.size();
    }

    Iterator<SampledPost> iterator() {
        return posts.entrySet().stream()
                .map(post -> new SampledPost(post.getValue(), post.getKey()))
                .iterator();
    }
}
