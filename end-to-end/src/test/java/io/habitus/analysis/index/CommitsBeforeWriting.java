package io.habitus.analysis.index;

import io.habitus.analysis.AnalysisService;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** analysis-service with a bug: offsets are committed before the bulk settled. */
public final class CommitsBeforeWriting {

    public static ConfigurableApplicationContext start(String... args) {
        var application = AnalysisService.application();
        application.addPrimarySources(List.of(CommitsBeforeWriting.class));
        return application.run(args);
    }

    @Bean
    static Settling commitThenWrite() {
        return (write, commit) -> {
            commit.run();
            write.run();
        };
    }
}
