package io.habitus.analysis.index;

import io.habitus.endtoend.running.Planted;
import org.springframework.context.annotation.Bean;

/** A bug to plant in analysis-service: a bulk that was answered counts as written, whatever is said of its items. */
public final class IgnoresItemErrors {

    @Bean
    static Judging everythingIsWritten() {
        var right = new ByStatus();
        return answer -> Planted.is(IgnoresItemErrors.class) ? Judging.Fate.WRITTEN : right.judge(answer);
    }
}
