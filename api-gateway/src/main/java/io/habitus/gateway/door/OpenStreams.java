package io.habitus.gateway.door;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers that are still going out. One whose bearer is no longer welcome (key revoked or expired, session over, project
 * gone) or which takes too long is cut off within a second, also when nothing flows.
 */
public final class OpenStreams implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenStreams.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Guards guards;
    private final int mostForAKey;
    private final Map<String, Integer> places = new ConcurrentHashMap<>();
    private final Set<Watched> open = ConcurrentHashMap.newKeySet();
    private final Thread watch;

    /** @param mostForAKey how many streams one key may follow at once */
    OpenStreams(Guards guards, int mostForAKey) {
        this.guards = guards;
        this.mostForAKey = mostForAKey;
        watch = Thread.ofVirtual().name("open-streams").start(this::watch);
    }

    /**
     * The same stream, watched until it is closed.
     *
     * @param within how long it may take; null for as long as it takes
     */
    public InputStream watched(InputStream answer, Passage passage, Duration within) {
        var watched = new Watched(answer, passage, within == null ? null : System.nanoTime() + within.toNanos());
        open.add(watched);
        return watched;
    }

    /** How many streams one key may follow at once. */
    public int mostForAKey() {
        return mostForAKey;
    }

    /** A place for one more stream of this bearer's key; empty if it follows as many as it may. */
    public Optional<Place> place(Passage passage) {
        var key = passage.bearer().key().keyId();
        var place = new Place(key);
        places.compute(key, (_, taken) -> {
            var before = taken == null ? 0 : taken;
            place.taken = before < mostForAKey;
            return place.taken ? Integer.valueOf(before + 1) : taken;
        });
        return place.taken ? Optional.of(place) : Optional.empty();
    }

    /** To be closed when the stream has ended. */
    public final class Place implements AutoCloseable {

        private final String key;
        private boolean taken;

        private Place(String key) {
            this.key = key;
        }

        @Override
        public void close() {
            places.computeIfPresent(key, (_, before) -> {
                var left = taken ? before - 1 : before;
                taken = false;
                return left == 0 ? null : left;
            });
        }
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY);
                open.forEach(this::look);
            }
        } catch (InterruptedException closed) {
            LOG.debug("no longer watching");
        }
    }

    private void look(Watched answer) {
        if (!guards.stillWelcome(answer.passage)) {
            answer.cutOff("its key is no longer good");
        } else if (answer.endsAt != null && System.nanoTime() - answer.endsAt > 0) {
            answer.cutOff("it took too long");
        }
    }

    /** Cuts off everything: the service is going down. */
    @Override
    public void close() {
        watch.interrupt();
        open.forEach(answer -> answer.cutOff("the gateway is going down"));
    }

    /** An answer that can be cut off from outside. Whoever reads it then sees an error and not its end. */
    private final class Watched extends FilterInputStream {

        private final Passage passage;
        private final Long endsAt;
        private volatile String cutOffBecause;

        Watched(InputStream answer, Passage passage, Long endsAt) {
            super(answer);
            this.passage = passage;
            this.endsAt = endsAt;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                var read = super.read(target, offset, length);
                if (cutOffBecause == null) {
                    return read;
                }
            } catch (IOException broken) {
                throw new AnswerBrokeOff(cutOffBecause == null ? broken.toString() : cutOffBecause);
            }
            throw new AnswerBrokeOff(cutOffBecause);
        }

        private void cutOff(String because) {
            cutOffBecause = because;
            LOG.atInfo().addKeyValue("requestId", passage.requestId()).log("an open answer is cut off: {}", because);
            try {
                close();
            } catch (IOException alreadyGone) {
                LOG.atDebug()
                        .addKeyValue("requestId", passage.requestId())
                        .setCause(alreadyGone)
                        .log("was closed already");
            }
        }

        @Override
        public void close() throws IOException {
            open.remove(this);
            super.close();
        }
    }
}
