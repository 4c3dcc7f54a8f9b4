package io.habitus.gateway;

import io.habitus.contracts.KeyEvent;
import io.habitus.contracts.ProjectEvent;
import io.habitus.gateway.keys.Keys;
import io.habitus.gateway.ledger.LedgerAway;
import io.habitus.gateway.ledger.TopicLedger;
import io.habitus.gateway.projects.Projects;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must be done before the first key is looked at: everything written down so far is read, the installation's own key
 * is valid, the first project is there. In the background, for as long as the broker takes to come up.
 */
final class Opening implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TopicLedger<KeyEvent> keyLedger;
    private final TopicLedger<ProjectEvent> projectLedger;
    private final Keys keys;
    private final Projects projects;
    private final GatewaySettings settings;
    private final Thread thread;

    private volatile boolean done;

    Opening(
            TopicLedger<KeyEvent> keyLedger,
            TopicLedger<ProjectEvent> projectLedger,
            Keys keys,
            Projects projects,
            GatewaySettings settings) {
        this.keyLedger = keyLedger;
        this.projectLedger = projectLedger;
        this.keys = keys;
        this.projects = projects;
        this.settings = settings;
        thread = Thread.ofVirtual().name("opening").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    boolean isDone() {
        return done;
    }

    private void run() {
        try {
            keyLedger.awaitCurrent();
            projectLedger.awaitCurrent();
            while (!prepared()) {
                Thread.sleep(PAUSE);
            }
            done = true;
        } catch (InterruptedException stop) {
            LOG.debug("closed before it was open");
        }
    }

    private boolean prepared() {
        try {
            if (settings.adminKeySha256() != null) {
                keys.admitFirstKey(settings.adminKeySha256());
            }
            projects.createFirst(settings.timeZone());
            return true;
        } catch (LedgerAway away) {
            LOG.atWarn().addKeyValue("retryIn", PAUSE).setCause(away).log("the first key or project cannot be written");
            return false;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
