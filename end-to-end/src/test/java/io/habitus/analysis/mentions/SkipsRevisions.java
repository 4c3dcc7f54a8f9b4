package io.habitus.analysis.mentions;

import io.habitus.analysis.AnalysisService;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** analysis-service with a bug: what is remembered of a post is not asked, the text that comes last counts. */
public final class SkipsRevisions {

    public static ConfigurableApplicationContext start(String... args) {
        var application = AnalysisService.application();
        application.addPrimarySources(List.of(SkipsRevisions.class));
        return application.run(args);
    }

    @Bean
    static Screening lastComesWins() {
        return (known, _, _) -> known.wasPublished() ? Screening.Verdict.EDITED : Screening.Verdict.FRESH;
    }
}
