package io.habitus.persona.sample;

import io.habitus.contracts.SampleEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A sample of whole voices of everything each project heard in the last 30 days, matched or not. Each voice is in it
 * with all its posts or with none, and none is in it because of what it says, so shares of voices in the sample are
 * shares of voices in everything.
 *
 * <p>Bounded: if all samples together outgrow their memory, the largest gives up half of its voices, for as long as
 * this instance runs. One thread writes; any number of threads read.
 */
public final class Sample {

    private static final long FORGET_EVERY_MILLIS = 60_000;

    private final Map<String, ProjectSample> projects = new ConcurrentHashMap<>();
    private final long mostBytes;
    private final InstantSource clock;
    private long forgotten = Long.MIN_VALUE;
    private volatile boolean complete;

    /**
     * Empty.
     *
     * @param mostBytes about so much of the heap at most
     * @param clock by which posts grow old
     */
    public Sample(long mostBytes, InstantSource clock) {
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /**
     * The sample of a project, to be gone through as often as one likes, also while it changes: then each post is met
     * at most once, as it was or as it is. In no particular order.
     */
    public Iterable<SampledPost> of(String project) {
        return () -> {
            var sample = projects.get(project);
            return sample == null ? Collections.emptyIterator() : sample.iterator();
        };
    }

    /** Whether everything that was in SAMPLE at the start is known. Until then shares are not honest. */
    public boolean isComplete() {
        return complete;
    }

    /** How many posts are in the samples of all projects. */
    public long posts() {
        return projects.values().stream().mapToLong(ProjectSample::size).sum();
    }

    /** The log is about to be read from its beginning. */
    void beginAnew() {
        complete = false;
        projects.clear();
    }

    void complete() {
        complete = true;
    }

    /**
     * @param heard when the post was first heard
     * @throws IllegalArgumentException if the event lacks what every one has
     */
    void take(SampleEvent event, Instant heard) {
        switch (event) {
            case SampleEvent.Heard post -> {
                if (heard.isBefore(clock.instant().minus(SampleEvent.KEPT))) {
                    remove(post.project(), post.postId());
                    return;
                }
                projects.computeIfAbsent(post.project(), _ -> new ProjectSample())
                        .take(post, heard.toEpochMilli());
            }
        }
        keepWithinMemory();
    }

    void remove(String project, String postId) {
        var sample = projects.get(project);
        if (sample != null) {
            sample.remove(postId);
        }
    }

    /** Posts older than {@link SampleEvent#KEPT} go. Looks at the clock first, so it may be called often. */
    void forgetWhatIsOld() {
        var now = clock.millis();
        if (forgotten != Long.MIN_VALUE && now - forgotten < FORGET_EVERY_MILLIS) {
            return;
        }
        forgotten = now;
        projects.values().forEach(sample -> sample.forgetBefore(now - SampleEvent.KEPT.toMillis()));
    }

    private void keepWithinMemory() {
        while (bytes() > mostBytes) {
            var largest = projects.values().stream()
                    .filter(ProjectSample::canNarrow)
                    .max(Comparator.comparingLong(ProjectSample::bytes));
            if (largest.isEmpty()) {
                return;
            }
            largest.get().narrow();
        }
    }

    /** About what it takes of the heap. */
    long bytes() {
        return projects.values().stream().mapToLong(ProjectSample::bytes).sum();
    }
}
