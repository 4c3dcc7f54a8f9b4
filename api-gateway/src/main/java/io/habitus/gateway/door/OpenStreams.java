package io.habitus.gateway.door;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers that are still going out. One whose bearer is no longer welcome (key revoked or expired, session over, project
 * gone) is cut off within a second, also when nothing flows.
 */
public final class OpenStreams implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenStreams.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Guards guards;
    private final Map<InputStream, Passage> open = new ConcurrentHashMap<>();
    private final Thread watch;

    OpenStreams(Guards guards) {
        this.guards = guards;
        watch = Thread.ofVirtual().name("open-streams").start(this::watch);
    }

    /** The same stream, watched until it is closed. */
    public InputStream watched(InputStream answer, Passage passage) {
        open.put(answer, passage);
        return new FilterInputStream(answer) {
            @Override
            public void close() throws IOException {
                open.remove(answer);
                super.close();
            }
        };
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY);
                cutUnwelcome();
            }
        } catch (InterruptedException closed) {
            LOG.debug("no longer watching");
        }
    }

    private void cutUnwelcome() {
        open.forEach((answer, passage) -> {
            if (!guards.stillWelcome(passage)) {
                cut(answer, passage);
            }
        });
    }

    private void cut(InputStream answer, Passage passage) {
        open.remove(answer);
        LOG.atInfo()
                .addKeyValue("requestId", passage.requestId())
                .addKeyValue("key", passage.bearer().key().keyId())
                .log("an open answer was cut off: its key is no longer good");
        close(answer, passage);
    }

    /** Cuts off everything: the service is going down. */
    @Override
    public void close() {
        watch.interrupt();
        open.forEach(OpenStreams::close);
        open.clear();
    }

    private static void close(InputStream answer, Passage passage) {
        try {
            answer.close();
        } catch (IOException alreadyGone) {
            LOG.atDebug()
                    .addKeyValue("requestId", passage.requestId())
                    .setCause(alreadyGone)
                    .log("was closed already");
        }
    }
}
