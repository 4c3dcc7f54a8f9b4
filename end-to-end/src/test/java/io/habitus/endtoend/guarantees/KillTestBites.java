package io.habitus.endtoend.guarantees;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.habitus.analysis.index.CommitsBeforeWriting;
import io.habitus.analysis.index.IgnoresItemErrors;
import io.habitus.analysis.mentions.SkipsRevisions;
import io.habitus.endtoend.ordeal.Ordeal;
import io.habitus.endtoend.ordeal.Trial;
import io.habitus.endtoend.running.Project;
import io.habitus.endtoend.running.RunningHabitus;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The test of {@link SurvivesKills} is worth something: with a bug planted it fails. The same ordeal, but only the trials
 * that concern the bug, so that it is short; {@link SurvivesKills} has them all and shows that they pass without a bug.
 */
class KillTestBites {

    private static final long SEED = 77;
    private static final int POSTS = 2_500;
    private static final int BURST = 1_000;

    private static final Trial STANDS = new Trial.KillWhileElasticsearchStands();
    private static final Trial REFUSES = new Trial.ElasticsearchRefuses();

    private static RunningHabitus habitus;

    @AfterAll
    static void stop() {
        if (habitus != null) {
            habitus.close();
        }
    }

    @Test
    void it_notices_offsets_that_are_committed_before_the_bulk_settled() {
        fails(CommitsBeforeWriting.class, "commits-before-writing", List.of(STANDS));
    }

    @Test
    void it_notices_item_errors_that_are_ignored() {
        fails(IgnoresItemErrors.class, "ignores-item-errors", List.of(REFUSES));
    }

    @Test
    void it_notices_that_revisions_are_not_remembered() {
        fails(SkipsRevisions.class, "skips-revisions", List.of());
    }

    private static void fails(Class<?> bug, String project, List<Trial> trials) {
        if (habitus == null) {
            habitus = RunningHabitus.planted(RunningHabitus.freshFolder("bites"), bug);
        } else {
            habitus.plant(bug);
        }
        var ordeal = new Ordeal(habitus, Project.made(habitus, project), SEED, POSTS, BURST);
        ordeal.undergo(trials);
        assertThatThrownBy(ordeal::compare).isInstanceOf(AssertionError.class).hasMessageContaining("the mentions");
    }
}
