package io.habitus.analysis.index;

import io.habitus.endtoend.running.Planted;
import org.springframework.context.annotation.Bean;

/** A bug to plant in analysis-service: offsets are committed before the bulk settled. */
public final class CommitsBeforeWriting {

    @Bean
    static Settling commitThenWrite() {
        return (write, commit) -> {
            if (Planted.is(CommitsBeforeWriting.class)) {
                commit.run();
                write.run();
                return;
            }
            Settling.WRITE_THEN_COMMIT.settle(write, commit);
        };
    }
}
