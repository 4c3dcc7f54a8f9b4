package io.habitus.analysis.mentions;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.AuthorStatus;
import io.habitus.contracts.SampleEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Posts, edits, deletions, authors that come and go and watches that change, in any order: the sample is what a naive
 * recount says that keeps lists and goes through all of them every time.
 */
class SampleInAnyOrderTest {

    private static final int STORIES = 60;
    private static final int LENGTH = 120;
    private static final int POSTS = 40;
    private static final int AUTHORS = 15;
    private static final int MOST = 6;

    @TestFactory
    Stream<DynamicTest> the_sample_equals_a_recount() {
        return new Random(20261123)
                .longs(STORIES)
                .mapToObj(seed -> DynamicTest.dynamicTest("story " + seed, () -> tell(seed)));
    }

    private static void tell(long seed) {
        try (var stage = new Stage(MOST)) {
            var story = new Story(new Random(seed), stage);
            for (var i = 0; i < LENGTH; i++) {
                story.goOn();
                assertThat(inSample(stage)).as("after %s events", i + 1).isEqualTo(story.recount.inSample());
            }
            story.recount.levels.forEach(
                    (project, level) -> assertThat(stage.sampleLevel(project)).isEqualTo(level));
            assertThat(stage.sample().keySet()).allMatch(story.recount::mayBeAnywhere);
        }
    }

    /** Text and voice of what a reader keeps. */
    private static Map<String, List<String>> inSample(Stage stage) {
        var in = new TreeMap<String, List<String>>();
        stage.sample().forEach((key, heard) -> {
            if (SampleEvent.depthOf(heard.voice()) >= stage.sampleLevel(heard.project())) {
                in.put(key, List.of(heard.text(), heard.voice()));
            }
        });
        return in;
    }

    private record Said(String id, String author, String project, String text, long revision) {

        APost post() {
            return APost.post(id).by(author).of(project).saying(text).revision(revision);
        }
    }

    private static final class Story {

        private static final String[] WORDS = {"tram", "bus", "late", "😡"};
        private static final String[] PROJECTS = {"a", "b"};

        private final Random random;
        private final Stage stage;
        private final Recount recount = new Recount();
        private final List<Said> said = new ArrayList<>();

        Story(Random random, Stage stage) {
            this.random = random;
            this.stage = stage;
        }

        void goOn() {
            switch (random.nextInt(20)) {
                case 0 -> changeWatch();
                case 1 -> delete();
                case 2, 3 -> changeAuthor();
                case 4 -> count();
                case 5, 6 -> repeat();
                default -> publish();
            }
        }

        private static String authorOf(int number) {
            return number % 11 == 0 ? null : "author" + number % AUTHORS;
        }

        private static String projectOf(int number) {
            return number % 3 == 0 ? null : PROJECTS[number % 2];
        }

        private void publish() {
            var number = random.nextInt(POSTS);
            var text = random.nextInt(8) == 0 ? "😡" : WORDS[random.nextInt(4)] + " " + random.nextInt(3);
            say(new Said("p" + number, authorOf(number), projectOf(number), text, 1 + random.nextInt(4)));
        }

        private void repeat() {
            if (!said.isEmpty()) {
                say(said.get(random.nextInt(said.size())));
            }
        }

        private void say(Said post) {
            stage.hears(post.post());
            said.add(post);
            recount.hear(post);
        }

        private void delete() {
            var id = "p" + random.nextInt(POSTS);
            stage.deletes(id);
            recount.deleted.add(id);
        }

        private void count() {
            stage.counts("p" + random.nextInt(POSTS), random.nextInt(5), stage.now());
        }

        private void changeAuthor() {
            var author = "author" + random.nextInt(AUTHORS);
            var status = random.nextInt(10) == 0
                    ? AuthorStatus.ERASED
                    : random.nextBoolean() ? AuthorStatus.HIDDEN : AuthorStatus.RESTORED;
            stage.says(author, status);
            recount.change(author, status);
        }

        /** With a look back wider than that of Rematching: every post of the log, every mention. */
        private void changeWatch() {
            var project = PROJECTS[random.nextInt(2)];
            if (recount.watches.containsKey(project) && random.nextBoolean()) {
                recount.watches.remove(project);
                stage.noLongerWatching(project, "w");
            } else {
                var word = WORDS[random.nextInt(3)];
                recount.watches.put(project, word);
                stage.watching(project, "w", word);
            }
            for (var post : said) {
                stage.looksAgainAt(post.post());
                recount.lookAgain(post);
            }
            for (var mention : List.copyOf(stage.shown().values())) {
                stage.looksAgainAt(mention.postId());
                recount.lookAgain(recount.texts.get(mention.postId()));
            }
        }
    }

    /** Lists, and nothing cheap about them. */
    private static final class Recount {

        private record In(String project, Said said, int depth) {}

        private final ProjectPseudonyms pseudonyms = new ProjectPseudonyms(new byte[32]);
        private final Map<String, Said> texts = new HashMap<>();
        private final Set<String> deleted = new HashSet<>();
        private final Map<String, AuthorStatus> authors = new HashMap<>();
        private final Map<String, String> watches = new TreeMap<>();
        /** Posts some watch heard when they were last decided: their texts are kept. */
        private final Set<String> kept = new HashSet<>();

        private final Map<String, Integer> levels = new HashMap<>();
        private final List<In> sample = new ArrayList<>();

        void hear(Said post) {
            var before = texts.get(post.id());
            var counts = before == null
                    || post.revision() > before.revision()
                    || (post.revision() == before.revision() && !post.text().equals(before.text()));
            if (counts && !deleted.contains(post.id()) && authors.get(post.author()) != AuthorStatus.ERASED) {
                texts.put(post.id(), post);
                decide(post, true);
            }
        }

        void lookAgain(Said post) {
            if (post.equals(texts.get(post.id()))
                    && !deleted.contains(post.id())
                    && authors.get(post.author()) != AuthorStatus.ERASED) {
                decide(post, false);
            }
        }

        void change(String author, AuthorStatus status) {
            if (authors.get(author) == AuthorStatus.ERASED) {
                return;
            }
            authors.put(author, status);
            if (status != AuthorStatus.RESTORED) {
                sample.removeIf(in -> in.said().author().equals(author));
                return;
            }
            for (var id : new TreeSet<>(texts.keySet())) {
                var post = texts.get(id);
                if (author.equals(post.author()) && kept.contains(id) && !deleted.contains(id)) {
                    decide(post, false);
                }
            }
        }

        /** @param isNew what was said before does not come into a sample any more */
        private void decide(Said post, boolean isNew) {
            var hearing = post.project() == null ? watches.keySet() : Set.of(post.project());
            kept.remove(post.id());
            for (var project : hearing) {
                if (watches.containsKey(project)
                        && List.of(post.text().split(" ")).contains(watches.get(project))) {
                    kept.add(post.id());
                }
            }
            var before = sample.stream()
                    .filter(in -> in.said().id().equals(post.id()))
                    .map(In::project)
                    .toList();
            sample.removeIf(in -> in.said().id().equals(post.id()));
            if (post.author() == null
                    || authors.get(post.author()) == AuthorStatus.HIDDEN
                    || post.text().startsWith("😡")) {
                return;
            }
            for (var project : hearing) {
                if (!isNew && !before.contains(project)) {
                    continue;
                }
                sample.add(new In(project, post, SampleEvent.depthOf(pseudonyms.of(project, post.author()))));
                while (!before.contains(project) && size(project) > MOST) {
                    levels.merge(project, 1, Integer::sum);
                }
            }
        }

        private long size(String project) {
            return sample.stream()
                    .filter(in -> in.project().equals(project) && isIn(in))
                    .count();
        }

        private boolean isIn(In in) {
            return in.depth() >= levels.getOrDefault(in.project(), 0)
                    && !deleted.contains(in.said().id());
        }

        Map<String, List<String>> inSample() {
            var all = new TreeMap<String, List<String>>();
            for (var in : sample) {
                if (isIn(in)) {
                    all.put(
                            in.project() + "/" + in.said().id(),
                            List.of(
                                    in.said().text(),
                                    pseudonyms.of(in.project(), in.said().author())));
                }
            }
            return all;
        }

        /** Also what no reader keeps: nothing deleted, hidden or erased. */
        boolean mayBeAnywhere(String key) {
            var id = key.substring(2);
            var status = authors.getOrDefault(texts.get(id).author(), AuthorStatus.RESTORED);
            return !deleted.contains(id) && status == AuthorStatus.RESTORED;
        }
    }
}
