package io.habitus.analysis.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.analysis.query.Parsed;
import io.habitus.analysis.query.QueryParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What came of many queries meeting many posts.
 *
 * @param pairs of a query and a post
 * @param heard the pairs that must match
 * @param differences those the engine decided otherwise, as readable lines
 */
record Agreement(long pairs, long heard, List<String> differences) {

    /** Something that decides which queries hear which posts. */
    interface Engine {

        /** For each post the queries that hear it, by index. */
        List<BitSet> heard(List<String> queries, List<Said> posts) throws IOException;
    }

    static Agreement between(Engine engine, long seed, int queries, int posts) throws IOException {
        var inventor = new Inventor(seed);
        var drafts = IntStream.range(0, posts).mapToObj(_ -> inventor.post()).toList();
        var questions = IntStream.range(0, queries)
                .mapToObj(i -> inventor.about(drafts.get(i % posts)))
                .toList();
        assertThat(questions).extracting(Question::typed).allSatisfy(typed -> assertThat(QueryParser.parse(typed))
                .isInstanceOf(Parsed.Accepted.class));
        var said = drafts.stream().map(Inventor.Draft::post).toList();
        var decided = engine.heard(questions.stream().map(Question::typed).toList(), said);
        long heard = 0;
        var differences = new ArrayList<String>();
        for (int post = 0; post < posts; post++) {
            for (int query = 0; query < queries; query++) {
                boolean right = questions.get(query).meaning().hears(said.get(post));
                heard += right ? 1 : 0;
                if (decided.get(post).get(query) != right) {
                    differences.add("%s must%s hear %s"
                            .formatted(questions.get(query).typed(), right ? "" : " not", said.get(post)));
                }
            }
        }
        return new Agreement((long) posts * queries, heard, differences);
    }
}
