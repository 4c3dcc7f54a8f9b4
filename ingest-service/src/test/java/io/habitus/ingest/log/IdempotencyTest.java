package io.habitus.ingest.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.ingest.log.Idempotency.PostKey;
import java.util.HashMap;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private static final PostKey POST = PostKey.of("0123456789abcdef0123456789abcdef");

    private final Idempotency published = new Idempotency(256);

    @Test
    void what_is_unknown_is_not_the_same() {
        assertThat(published.lastIfSame(POST, 1)).isNull();
    }

    @Test
    void the_same_is_the_same_while_it_is_under_way_and_after() {
        var acknowledgement = new CompletableFuture<Void>();
        published.sent(POST, 1, acknowledgement);
        assertThat((Object) published.lastIfSame(POST, 1)).isSameAs(acknowledgement);
        published.acknowledged(POST, acknowledgement);
        assertThat(published.lastIfSame(POST, 1).isDone()).isTrue();
    }

    @Test
    void only_the_last_counts() {
        published.sent(POST, 1, CompletableFuture.completedFuture(null));
        published.sent(POST, 2, CompletableFuture.completedFuture(null));
        assertThat(published.lastIfSame(POST, 1)).isNull();
    }

    @Test
    void an_acknowledgement_of_something_older_says_nothing_about_the_newest() {
        var first = new CompletableFuture<Void>();
        var second = new CompletableFuture<Void>();
        published.sent(POST, 1, first);
        published.sent(POST, 2, second);
        published.acknowledged(POST, first);
        published.failed(POST, first);
        assertThat((Object) published.lastIfSame(POST, 2)).isSameAs(second);
    }

    @Test
    void what_failed_must_be_published_again() {
        var noticed = new CompletableFuture<Void>();
        published.sent(POST, 1, noticed);
        published.failed(POST, noticed);
        assertThat(published.lastIfSame(POST, 1)).isNull();

        published.sent(POST, 1, CompletableFuture.failedFuture(new IllegalStateException("not noticed yet")));
        assertThat(published.lastIfSame(POST, 1)).isNull();
    }

    @Test
    void after_something_that_cannot_be_repeated_everything_must_be_published() {
        published.sent(POST, 1, CompletableFuture.completedFuture(null));
        published.forget(POST);
        assertThat(published.lastIfSame(POST, 1)).isNull();
    }

    @Test
    void a_post_is_not_mistaken_for_its_neighbour() {
        var neighbour = new PostKey(POST.high() + 1, POST.low());
        published.sent(POST, 1, CompletableFuture.completedFuture(null));
        assertThat(published.lastIfSame(neighbour, 1)).isNull();
        published.forget(neighbour);
        assertThat(published.lastIfSame(POST, 1)).isNotNull();
    }

    @Test
    void the_oldest_of_eight_neighbours_makes_room_for_a_ninth() {
        for (int i = 0; i < 9; i++) {
            published.sent(new PostKey(i, POST.low()), 1, CompletableFuture.completedFuture(null));
        }
        assertThat(published.lastIfSame(new PostKey(0, POST.low()), 1)).isNull();
        for (int i = 1; i < 9; i++) {
            assertThat(published.lastIfSame(new PostKey(i, POST.low()), 1)).isNotNull();
        }
    }

    @Test
    void whatever_happens_it_answers_as_a_map_would_or_has_forgotten() {
        var random = new Random(3);
        var map = new HashMap<PostKey, Long>();
        for (int i = 0; i < 100_000; i++) {
            var post = new PostKey(random.nextInt(200), random.nextInt(20) * 8L + 1);
            long digest = random.nextInt(3);
            Future<?> last = published.lastIfSame(post, digest);
            if (last != null) {
                assertThat(map).containsEntry(post, digest);
            }
            if (random.nextInt(3) == 0) {
                published.forget(post);
                map.remove(post);
            } else {
                published.sent(post, digest, CompletableFuture.completedFuture(null));
                map.put(post, digest);
                assertThat(published.lastIfSame(post, digest)).isNotNull();
            }
        }
    }
}
