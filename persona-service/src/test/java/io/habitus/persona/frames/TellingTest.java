package io.habitus.persona.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.LiveView.Bucket;
import io.habitus.contracts.LiveView.FromSource;
import io.habitus.contracts.LiveView.Piles;
import io.habitus.contracts.LiveView.Volume;
import io.habitus.contracts.LiveView.Window;
import io.habitus.persona.frames.Frame.Event;
import io.habitus.persona.views.Following;
import io.habitus.persona.views.NewestViews;
import io.habitus.persona.views.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class TellingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:30Z");
    private static final Optional<Long> NOTHING = Optional.empty();

    private final Telling telling = new Telling(UnaryOperator.identity(), TellingTest::json);

    @Test
    void the_first_frame_is_the_whole_view() {
        List<Frame> frames = telling.begin(NOTHING, 7, -1, List.of(version(7, "bahn", 1)), NOW);

        assertThat(frames).singleElement().satisfies(frame -> {
            assertThat(frame.event()).isEqualTo(Event.VIEW);
            assertThat(frame.offset()).isEqualTo(7);
            assertThat(frame.data()).isEqualTo(json(view("bahn", 1)));
        });
    }

    @Test
    void a_watch_that_was_never_heard_is_told_also_where_nothing_ever_was() {
        assertThat(telling.begin(NOTHING, -1, -1, List.of(version(-1, "quiet", 0)), NOW))
                .extracting(Frame::event)
                .containsExactly(Event.VIEW);
    }

    @Test
    void the_next_is_only_what_changed() {
        telling.begin(NOTHING, 7, -1, List.of(version(7, "bahn", 1)), NOW);

        List<Frame> frames = telling.next(List.of(version(9, "bahn", 2)), NOW);

        assertThat(frames).singleElement().satisfies(frame -> {
            assertThat(frame.event()).isEqualTo(Event.DIFFERENCE);
            assertThat(frame.offset()).isEqualTo(9);
            assertThat(frame.data().propertyNames())
                    .containsExactlyInAnyOrder(
                            "project", "watch", "window", "asOf", "total", "piles", "sources", "series");
            assertThat(frame.data().get("series").propertyNames()).containsExactly("2026-11-22T02:00:00Z");
        });
    }

    @Test
    void what_did_not_change_is_not_told() {
        telling.begin(NOTHING, 7, -1, List.of(version(7, "bahn", 1)), NOW);

        assertThat(telling.next(List.of(version(9, "bahn", 1)), NOW)).isEmpty();
    }

    @Test
    void after_half_a_minute_it_is_the_whole_again() {
        telling.begin(NOTHING, 7, -1, List.of(version(7, "bahn", 1)), NOW);
        telling.next(List.of(version(9, "bahn", 2)), NOW.plusSeconds(29));

        assertThat(telling.next(List.of(version(11, "bahn", 3)), NOW.plusSeconds(30)))
                .extracting(Frame::event)
                .containsExactly(Event.VIEW);
    }

    @Test
    void who_comes_back_is_told_what_is_new_since() {
        List<Frame> frames =
                telling.begin(Optional.of(8L), 12, -1, List.of(version(7, "bahn", 1), version(9, "bus", 1)), NOW);

        assertThat(frames).singleElement().satisfies(frame -> {
            assertThat(frame.event()).isEqualTo(Event.VIEW);
            assertThat(frame.data().get("watch").asString()).isEqualTo("bus");
        });
        assertThat(telling.next(List.of(version(13, "bahn", 2)), NOW))
                .extracting(Frame::event)
                .containsExactly(Event.DIFFERENCE);
    }

    @Test
    void who_knows_more_than_there_is_has_to_forget_it() {
        List<Frame> frames = telling.begin(Optional.of(99L), 12, -1, List.of(version(7, "bahn", 1)), NOW);

        assertThat(frames).extracting(Frame::event).containsExactly(Event.RESET, Event.VIEW);
    }

    @Test
    void who_was_away_while_a_view_went_has_to_forget_it() {
        List<Version> left = List.of(version(7, "bahn", 1));
        assertThat(telling.begin(Optional.of(8L), 12, 9, left, NOW))
                .extracting(Frame::event)
                .containsExactly(Event.RESET, Event.VIEW);
        assertThat(new Telling(UnaryOperator.identity(), TellingTest::json).begin(Optional.of(9L), 12, 9, left, NOW))
                .as("who was told that it went")
                .isEmpty();
    }

    @Test
    void a_view_that_goes_is_said_to_be_gone() {
        telling.begin(NOTHING, 7, -1, List.of(version(7, "bahn", 1)), NOW);

        List<Frame> frames = telling.next(List.of(new Version(9, "p/bahn/day", null)), NOW);

        assertThat(frames).singleElement().satisfies(frame -> {
            assertThat(frame.event()).isEqualTo(Event.GONE);
            assertThat(frame.data().get("watch").asString()).isEqualTo("bahn");
        });
        assertThat(telling.next(List.of(new Version(11, "p/bahn/day", null)), NOW))
                .isEmpty();
    }

    /** However a follower is slow, and wherever its connection breaks, what it has put together is what there is. */
    @Test
    void whoever_applies_all_frames_has_the_newest_views() throws Exception {
        for (long seed = 1; seed <= 200; seed++) {
            var random = new Random(seed);
            var views = new NewestViews();
            var client = new Client();
            long offset = 0;
            Instant now = NOW;
            Following following = views.follow("p", Window.DAY);
            var teller = new Telling(UnaryOperator.identity(), TellingTest::json);
            client.take(teller.begin(NOTHING, following.begunAt(), following.wentLast(), following.drain(), now));
            for (int step = 0; step < 100; step++) {
                offset += 1 + random.nextInt(3);
                now = now.plusMillis(random.nextInt(2_000));
                String watch = "watch" + random.nextInt(3);
                views.take(
                        offset,
                        "p/" + watch + "/day",
                        random.nextInt(15) == 0 ? null : view(watch, random.nextInt(40)));
                if (random.nextInt(3) == 0) {
                    List<Frame> frames = teller.next(following.await(Duration.ZERO), now);
                    // The connection may break in the middle of what is told.
                    boolean breaks = random.nextInt(4) == 0;
                    client.take(breaks ? frames.subList(0, random.nextInt(frames.size() + 1)) : frames);
                    if (breaks) {
                        following.close();
                        following = views.follow("p", Window.DAY);
                        teller = new Telling(UnaryOperator.identity(), TellingTest::json);
                        client.take(teller.begin(
                                client.lastEventId, following.begunAt(), following.wentLast(), following.drain(), now));
                    }
                }
            }
            client.take(teller.next(following.drain(), now));
            var there = new TreeMap<String, JsonNode>();
            views.ofProject("p", Window.DAY).forEach(view -> there.put(view.watch(), json(view)));
            assertThat(client.held).as("seed " + seed).isEqualTo(there);
        }
    }

    /** Puts together what it is told, as the page does. */
    private static final class Client {
        private final Map<String, JsonNode> held = new TreeMap<>();
        private Optional<Long> lastEventId = Optional.empty();

        void take(List<Frame> frames) {
            for (Frame frame : frames) {
                String watch = frame.data().path("watch").asString("");
                switch (frame.event()) {
                    case RESET -> held.clear();
                    case VIEW -> held.put(watch, frame.data().deepCopy());
                    case GONE -> held.remove(watch);
                    case DIFFERENCE -> apply((ObjectNode) held.get(watch), frame.data());
                    case WORDS -> throw new AssertionError("no part of views");
                }
                if (frame.offset() >= 0) {
                    lastEventId = Optional.of(frame.offset());
                }
            }
        }

        private static void apply(ObjectNode view, JsonNode changes) {
            changes.properties().forEach(change -> {
                if (change.getKey().equals("series")) {
                    var series = new TreeMap<String, ObjectNode>();
                    view.get("series")
                            .forEach(bucket -> series.put(bucket.get("start").asString(), (ObjectNode) bucket));
                    change.getValue().properties().forEach(bucket -> {
                        if (bucket.getValue().isNull()) {
                            series.remove(bucket.getKey());
                        } else {
                            ObjectNode whole =
                                    JsonMapper.shared().createObjectNode().put("start", bucket.getKey());
                            whole.setAll((ObjectNode) bucket.getValue());
                            series.put(bucket.getKey(), whole);
                        }
                    });
                    view.putArray("series").addAll(series.values());
                } else if (change.getValue().isNull()) {
                    view.remove(change.getKey());
                } else {
                    view.set(change.getKey(), change.getValue());
                }
            });
        }
    }

    private static Version version(long offset, String watch, int heard) {
        return new Version(offset, "p/" + watch + "/day", view(watch, heard));
    }

    /** Each number is another view; buckets come and go with it. */
    private static LiveView view(String watch, int heard) {
        var series = new ArrayList<Bucket>();
        for (int hour = 1; hour < 8; hour++) {
            if ((heard + hour) % 4 != 0 || heard < 4) {
                series.add(new Bucket(
                        Instant.parse("2026-11-22T0" + hour + ":00:00Z"), new Volume(hour == 2 ? heard : 1, 0, 1, 0)));
            }
        }
        return new LiveView(
                "p",
                watch,
                Window.DAY,
                NOW.minus(Duration.ofDays(1)),
                NOW,
                NOW,
                heard % 5 == 4 ? null : NOW,
                Map.of(0, (long) heard),
                new Volume(heard, 0, heard, 0),
                new Piles(heard, 0, 0, 0, 0),
                List.of(new FromSource("forum", heard, 0)),
                series);
    }

    private static ObjectNode json(LiveView view) {
        ObjectNode json = JsonMapper.shared().valueToTree(view);
        json.properties().removeIf(field -> field.getValue().isNull());
        return json;
    }
}
