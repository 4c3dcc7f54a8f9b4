package io.habitus.bench;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends each post at its moment, whatever became of those before: a schedule that waited for answers would leave out just
 * the posts that would have waited longest (Tene's coordinated omission). All times are those of {@link System#nanoTime}.
 */
final class OpenLoop {

    private static final int ACCEPTED = 202;

    /** What the door said to one post; without id if it did not accept it. */
    private record Answer(long at, byte[] body) {
        static final Answer REFUSED = new Answer(0, null);
    }

    private final List<byte[]> posts;
    private final Function<byte[], CompletableFuture<HttpResponse<byte[]>>> push;
    private final long[] due;
    private final long[] sent;
    private final AtomicReferenceArray<Answer> answers;

    /**
     * @param rate posts a second
     * @param rise the first posts, that come ever faster until the rate is reached: a JVM that has just begun cannot take
     *     it, and what piles up then is not what anybody wants to measure
     * @param start when the first is due
     */
    OpenLoop(
            List<byte[]> posts,
            double rate,
            int rise,
            long start,
            Function<byte[], CompletableFuture<HttpResponse<byte[]>>> push) {
        this.posts = posts;
        this.push = push;
        due = new long[posts.size()];
        sent = new long[posts.size()];
        answers = new AtomicReferenceArray<>(posts.size());
        for (int i = 0; i < due.length; i++) {
            due[i] = start + Math.round(secondsTo(i, rate, rise) * 1e9);
        }
    }

    /** While it rises evenly from nothing, so many posts take twice as long as later. */
    private static double secondsTo(int post, double rate, int rise) {
        return post < rise ? 2 * Math.sqrt((double) post * rise) / rate : (rise + post) / rate;
    }

    /** Sends from one post to another, exclusive, each when it is due; does not wait for answers. */
    void send(int from, int to) {
        for (int i = from; i < to; i++) {
            awaitDue(due[i]);
            int post = i;
            sent[i] = System.nanoTime();
            push.apply(posts.get(i)).whenComplete((response, failure) -> settle(post, response, failure));
        }
    }

    private void settle(int post, HttpResponse<byte[]> response, Throwable failure) {
        boolean accepted = failure == null && response.statusCode() == ACCEPTED;
        answers.set(post, accepted ? new Answer(System.nanoTime(), response.body()) : Answer.REFUSED);
    }

    /** Whether the door has answered, and said no. */
    boolean isRefused(int post) {
        return answers.get(post) == Answer.REFUSED;
    }

    /** Whether the door has answered, and said yes. */
    boolean isAccepted(int post) {
        Answer answer = answers.get(post);
        return answer != null && answer != Answer.REFUSED;
    }

    /** The id that the door gave to an accepted post. */
    String idOf(int post) {
        return JsonMapper.shared().readTree(answers.get(post).body).path("id").asString();
    }

    long due(int post) {
        return due[post];
    }

    long sent(int post) {
        return sent[post];
    }

    /** When the answer to an accepted post was there. */
    long answered(int post) {
        return answers.get(post).at;
    }

    private static void awaitDue(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                throw new Refused("Interrupted.");
            }
        }
    }
}
