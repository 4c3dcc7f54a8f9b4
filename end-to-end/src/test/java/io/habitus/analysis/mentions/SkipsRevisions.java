package io.habitus.analysis.mentions;

import io.habitus.endtoend.running.Planted;
import org.springframework.context.annotation.Bean;

/** A bug to plant in analysis-service: what is remembered of a post is not asked, the text that comes last counts. */
public final class SkipsRevisions {

    @Bean
    static Screening lastComesWins() {
        var right = new Revisions();
        return (known, post, digest) -> {
            if (Planted.is(SkipsRevisions.class)) {
                return known.wasPublished() ? Screening.Verdict.EDITED : Screening.Verdict.FRESH;
            }
            return right.screen(known, post, digest);
        };
    }
}
