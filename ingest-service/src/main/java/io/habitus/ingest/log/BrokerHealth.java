package io.habitus.ingest.log;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up when the broker answers and the doors are open. */
public final class BrokerHealth implements HealthIndicator {

    private static final int PATIENCE_MS = 2_000;

    private final Admin admin;
    private final Opening opening;

    public BrokerHealth(Admin admin, Opening opening) {
        this.admin = admin;
        this.opening = opening;
    }

    @Override
    public Health health() {
        if (!opening.isOpen()) {
            return Health.down().withDetail("waitingFor", "topics and authors").build();
        }
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MS))
                    .nodes()
                    .get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            return Health.up().build();
        } catch (ExecutionException | TimeoutException away) {
            return Health.down().withDetail("waitingFor", "broker").build();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Health.down().build();
        }
    }
}
