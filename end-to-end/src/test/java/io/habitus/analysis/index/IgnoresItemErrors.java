package io.habitus.analysis.index;

import io.habitus.analysis.AnalysisService;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** analysis-service with a bug: a bulk that was answered counts as written, whatever is said of its items. */
public final class IgnoresItemErrors {

    public static ConfigurableApplicationContext start(String... args) {
        var application = AnalysisService.application();
        application.addPrimarySources(List.of(IgnoresItemErrors.class));
        return application.run(args);
    }

    @Bean
    static Judging everythingIsWritten() {
        return _ -> Judging.Fate.WRITTEN;
    }
}
