package io.habitus.endtoend.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.endtoend.ordeal.Ordeal;
import io.habitus.endtoend.ordeal.Trial;
import io.habitus.endtoend.running.Project;
import io.habitus.endtoend.running.RunningHabitus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Every process is killed (-9), each at least twice, at random but repeatable moments in the middle of an import with
 * edits, deletes, duplicates and deletes before creates; Elasticsearch refuses what it is given for a while; an author is
 * erased and a watch comes meanwhile. In the end search, views and the simulator's own account agree exactly.
 *
 * <p>{@code -Dhabitus.kill-seed=N} tries other moments. {@link KillTestBites} shows that this fails with a bug planted.
 */
class SurvivesKills {

    private static final long SEED = Long.getLong("habitus.kill-seed", 20_261_122L);
    private static final int KILLS_OF_EACH = 2;
    private static final int BURST = 2_000;

    private static final List<String> PARTS =
            List.of("broker", "elasticsearch", "ingest-service", "analysis-service", "persona-service", "api-gateway");

    @Test
    void after_every_part_was_killed_search_views_and_the_oracle_agree_exactly() {
        List<Trial> trials = trials();
        int posts = (trials.size() + 2) * BURST * 4 / 5;
        try (RunningHabitus habitus = RunningHabitus.apart(RunningHabitus.freshFolder("kills"))) {
            var ordeal = new Ordeal(habitus, Project.standard(habitus), SEED, posts, BURST);
            ordeal.undergo(trials);
            PARTS.forEach(part -> assertThat(habitus.restarts(part)).as(part).isGreaterThanOrEqualTo(KILLS_OF_EACH));
            ordeal.compare();
        }
    }

    private static List<Trial> trials() {
        var kills = new ArrayList<Trial>();
        for (int i = 0; i < KILLS_OF_EACH; i++) {
            PARTS.forEach(part -> kills.add(new Trial.Kill(part)));
        }
        // Both die once more together, further down.
        kills.remove(new Trial.Kill("analysis-service"));
        kills.remove(new Trial.Kill("elasticsearch"));
        Collections.shuffle(kills, new Random(SEED));
        kills.add(kills.size() / 3, new Trial.EraseAuthor());
        kills.add(kills.size() / 2, new Trial.AddWatch());
        kills.add(kills.size() * 2 / 3, new Trial.KillWhileElasticsearchStands());
        kills.add(new Trial.ElasticsearchRefuses());
        return kills;
    }
}
