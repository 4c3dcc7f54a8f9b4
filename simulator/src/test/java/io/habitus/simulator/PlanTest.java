package io.habitus.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Instant FROM = Instant.parse("2026-08-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-01T00:00:00Z");
    private static final Plan PLAN = new Plan(1, 20_000, FROM, TO, .4, Disorder.NONE);

    @Test
    void plans_that_differ_in_anything_share_no_ids() {
        List<String> beginnings = Stream.of(
                        PLAN,
                        PLAN.withSeed(2),
                        new Plan(1, 100_000, FROM, TO, .4, Disorder.NONE),
                        PLAN.between(FROM.plusSeconds(3_600), TO),
                        PLAN.between(FROM, TO.plusSeconds(3_600)),
                        PLAN.heard(.5),
                        PLAN.with(Disorder.USUAL),
                        PLAN.with(Disorder.DOUBTFUL),
                        PLAN.evenly())
                .map(Plan::beginningOfIds)
                .toList();
        assertThat(beginnings).doesNotHaveDuplicates();
    }

    /** What was sent before a restart, or by an earlier build, is sent again under the same id. */
    @Test
    void the_same_plan_has_the_same_ids_on_every_machine() {
        assertThat(PLAN.beginningOfIds()).isEqualTo("s1-1b4cf1dd-");
    }
}
