package io.habitus.analysis.mentions;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.AuthorStatus;
import io.habitus.contracts.Engagement;
import io.habitus.contracts.MentionEvent.Found;
import io.habitus.contracts.MentionEvent.HeardBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Posts, edits, deletions, counts, authors that come and go and watches that change, in any order: what is shown in the
 * end is what an oracle says that knows the whole story at once and nothing of stores.
 */
class AnyOrderTest {

    private static final int STORIES = 80;
    private static final int LENGTH = 60;

    @TestFactory
    Stream<DynamicTest> what_is_shown_in_the_end_follows_from_the_story_alone() {
        return new Random(20261122)
                .longs(STORIES)
                .mapToObj(seed -> DynamicTest.dynamicTest("story " + seed, () -> tell(seed)));
    }

    private static void tell(long seed) {
        try (var stage = new Stage()) {
            var story = new Story(new Random(seed), stage);
            story.tell();
            assertThat(shown(stage)).isEqualTo(story.expected());
        }
    }

    /** What a person could see, without what merely counts on. */
    private record Seen(
            String text, Instant at, long revision, Engagement engagement, List<HeardBy> watches, boolean named) {

        static Seen of(Found found) {
            return new Seen(
                    found.text(),
                    found.at(),
                    found.revision(),
                    found.engagement(),
                    found.watches(),
                    found.author() != null);
        }
    }

    private static Map<String, Seen> shown(Stage stage) {
        var shown = new TreeMap<String, Seen>();
        stage.shown().forEach((key, found) -> shown.put(key, Seen.of(found)));
        return shown;
    }

    /** A story, told to the stage and written down for the oracle. */
    private static final class Story {

        private static final String[] WORDS = {"tram", "bus", "late", "clean"};
        private static final String[] PROJECTS = {"a", "b"};
        private static final String[] WATCHES = {"w1", "w2"};

        private sealed interface Event {}

        private record Post(
                String id,
                String author,
                String project,
                String text,
                long revision,
                boolean edit,
                Instant at,
                Long likes,
                Instant arrival)
                implements Event {}

        private record Deletion(String id) implements Event {}

        private record Count(String id, long likes, Instant measuredAt) implements Event {}

        private record Author(String author, AuthorStatus status) implements Event {}

        private record Watch(String project, String id, Set<String> words, long version) {}

        private final Random random;
        private final Stage stage;
        private final List<Event> story = new ArrayList<>();
        private final Map<String, Watch> watches = new TreeMap<>();
        private final Map<String, Long> versions = new HashMap<>();

        Story(Random random, Stage stage) {
            this.random = random;
            this.stage = stage;
        }

        void tell() {
            for (var i = 0; i < LENGTH; i++) {
                switch (random.nextInt(20)) {
                    case 0, 1 -> changeWatch();
                    case 2, 3 -> delete();
                    case 4, 5, 6 -> count();
                    case 7, 8 -> changeAuthor();
                    case 9, 10 -> repeat();
                    default -> publish();
                }
            }
        }

        private String anyId() {
            return "p" + random.nextInt(8);
        }

        /** The author of a post does not change, and some have none. */
        private static String authorOf(String id) {
            var number = id.charAt(1) - '0';
            return number == 7 ? null : "author" + number % 3;
        }

        private static String projectOf(String id) {
            return id.charAt(1) == '6' ? "a" : null;
        }

        private static boolean hasRevisions(String id) {
            return id.charAt(1) % 2 == 0;
        }

        private void publish() {
            var id = anyId();
            var text = WORDS[random.nextInt(WORDS.length)] + " " + WORDS[random.nextInt(WORDS.length)] + " "
                    + random.nextInt(3);
            var revision = hasRevisions(id) ? 1 + random.nextInt(6) : 0;
            var likes = random.nextInt(3) == 0 ? Long.valueOf(random.nextInt(5)) : null;
            var at = APost.AT.minusSeconds(random.nextInt(100_000));
            tell(new Post(id, authorOf(id), projectOf(id), text, revision, random.nextBoolean(), at, likes, null));
        }

        private void repeat() {
            if (!story.isEmpty()) {
                tell(story.get(random.nextInt(story.size())));
            }
        }

        private void delete() {
            if (random.nextInt(3) == 0) {
                tell(new Deletion(anyId()));
            }
        }

        private void count() {
            // Some before, some after the arrivals, which lie within a minute of the start.
            tell(new Count(anyId(), random.nextInt(9), Stage.START.plusSeconds(random.nextInt(80))));
        }

        private void changeAuthor() {
            var erased = random.nextInt(12) == 0;
            var status =
                    erased ? AuthorStatus.ERASED : random.nextBoolean() ? AuthorStatus.HIDDEN : AuthorStatus.RESTORED;
            tell(new Author("author" + random.nextInt(3), status));
        }

        private void tell(Event event) {
            switch (event) {
                case Post post -> {
                    var told = APost.post(post.id())
                            .saying(post.text())
                            .by(post.author())
                            .of(post.project())
                            .revision(post.revision())
                            .at(post.at());
                    if (post.edit()) {
                        told.edited();
                    }
                    if (post.likes() != null) {
                        told.liked(post.likes());
                    }
                    stage.hears(told);
                    story.add(new Post(
                            post.id(),
                            post.author(),
                            post.project(),
                            post.text(),
                            post.revision(),
                            post.edit(),
                            post.at(),
                            post.likes(),
                            stage.now()));
                }
                case Deletion(var id) -> {
                    stage.deletes(id);
                    story.add(event);
                }
                case Count count -> {
                    stage.counts(count.id(), count.likes(), count.measuredAt());
                    story.add(event);
                }
                case Author(var author, var status) -> {
                    stage.says(author, status);
                    story.add(event);
                }
            }
        }

        /** With the look back that Rematching does: every post of the log, every mention. */
        private void changeWatch() {
            var project = PROJECTS[random.nextInt(PROJECTS.length)];
            var id = WATCHES[random.nextInt(WATCHES.length)];
            var key = project + "/" + id;
            var version = versions.merge(key, 1L, Long::sum);
            if (watches.containsKey(key) && random.nextInt(3) == 0) {
                watches.remove(key);
                stage.noLongerWatching(project, id);
            } else {
                var words = new HashSet<>(Arrays.asList(WORDS).subList(0, 1 + random.nextInt(2)));
                if (random.nextBoolean()) {
                    words = new HashSet<>(Set.of(WORDS[2 + random.nextInt(2)]));
                }
                watches.put(key, new Watch(project, id, words, version));
                stage.watching(project, id, String.join(" OR ", words));
            }
            for (var event : List.copyOf(story)) {
                if (event instanceof Post post) {
                    stage.looksAgainAt(APost.post(post.id())
                            .saying(post.text())
                            .by(post.author())
                            .of(post.project())
                            .revision(post.revision())
                            .at(post.at()));
                }
            }
            for (var mention : List.copyOf(stage.shown().values())) {
                stage.looksAgainAt(mention.postId());
            }
        }

        // --- the oracle: one question at a time, to the whole story
        // ------------------------------------------------------

        Map<String, Seen> expected() {
            var expected = new TreeMap<String, Seen>();
            for (var number = 0; number < 8; number++) {
                expect("p" + number, expected);
            }
            return expected;
        }

        private void expect(String id, Map<String, Seen> expected) {
            var accepted = acceptedTexts(id);
            if (accepted.isEmpty() || wasDeleted(id) || isGone(authorOf(id))) {
                return;
            }
            var first = accepted.getFirst();
            var current = accepted.getLast();
            for (var project : PROJECTS) {
                var heardBy = heardBy(project, current);
                if (!heardBy.isEmpty()) {
                    expected.put(
                            project + "/" + id,
                            new Seen(
                                    current.text(),
                                    first.at(),
                                    current.revision(),
                                    engagement(id, accepted),
                                    heardBy,
                                    current.author() != null));
                }
            }
        }

        /** The texts that counted when they came, in order. */
        private List<Post> acceptedTexts(String id) {
            var accepted = new ArrayList<Post>();
            for (var event : story) {
                if (event instanceof Post post && post.id().equals(id) && counts(post, accepted)) {
                    accepted.add(post);
                }
            }
            return accepted;
        }

        private static boolean counts(Post post, List<Post> before) {
            if (before.isEmpty()) {
                return true;
            }
            var current = before.getLast();
            if (post.revision() != current.revision()) {
                return post.revision() > current.revision();
            }
            if (post.text().equals(current.text())) {
                return false;
            }
            var known = before.stream()
                    .filter(earlier -> earlier.revision() == post.revision())
                    .anyMatch(earlier -> earlier.text().equals(post.text()));
            return post.revision() > 0 || post.edit() || !known;
        }

        private boolean wasDeleted(String id) {
            return story.contains(new Deletion(id));
        }

        private boolean isGone(String author) {
            var last = AuthorStatus.RESTORED;
            for (var event : story) {
                if (event instanceof Author(var whose, var status) && whose.equals(author)) {
                    if (status == AuthorStatus.ERASED) {
                        return true;
                    }
                    last = status;
                }
            }
            return last == AuthorStatus.HIDDEN;
        }

        private Engagement engagement(String id, List<Post> accepted) {
            Engagement latest = null;
            Instant when = null;
            for (var event : story) {
                Long likes = null;
                Instant counted = null;
                if (event instanceof Count count && count.id().equals(id)) {
                    likes = count.likes();
                    counted = count.measuredAt();
                }
                if (event instanceof Post post && accepted.stream().anyMatch(one -> one == post)) {
                    likes = post.likes();
                    counted = post.arrival();
                }
                if (likes != null && (when == null || !counted.isBefore(when))) {
                    latest = new Engagement(likes, null, null, null);
                    when = counted;
                }
            }
            return latest;
        }

        private List<HeardBy> heardBy(String project, Post post) {
            if (post.project() != null && !post.project().equals(project)) {
                return List.of();
            }
            var said = new HashSet<>(Arrays.asList(post.text().split(" ")));
            return watches.values().stream()
                    .filter(watch -> watch.project().equals(project))
                    .filter(watch -> watch.words().stream().anyMatch(said::contains))
                    .map(watch -> new HeardBy(watch.id(), watch.version()))
                    .toList();
        }
    }
}
