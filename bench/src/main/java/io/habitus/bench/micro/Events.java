package io.habitus.bench.micro;

import io.habitus.contracts.JsonSerde;
import io.habitus.contracts.LiveView;
import io.habitus.contracts.LiveView.Bucket;
import io.habitus.contracts.LiveView.FromSource;
import io.habitus.contracts.LiveView.Piles;
import io.habitus.contracts.LiveView.Volume;
import io.habitus.contracts.LiveView.Window;
import io.habitus.contracts.MentionEvent;
import io.habitus.contracts.Polarity;
import io.habitus.contracts.PostEvent;
import io.habitus.contracts.PostEvent.Published;
import io.habitus.contracts.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Events as they stand in Kafka, to and from JSON. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Events {

    private static final Instant AT = Instant.parse("2026-11-01T12:00:00.250Z");

    /** Which event: a post, a mention of it, a watch's view of an hour. */
    @Param({"post", "mention", "view"})
    public String event;

    private Form<?> form;

    private record Form<T>(JsonSerde<T> json, T event, byte[] bytes) {

        static <T> Form<T> of(Class<T> type, T event) {
            JsonSerde<T> json = JsonSerde.of(type);
            return new Form<>(json, event, json.write(event));
        }

        T read() {
            return json.read(bytes);
        }

        byte[] write() {
            return json.write(event);
        }
    }

    @Setup
    public void make() {
        Published post = SomePosts.heardBy(1).getFirst();
        form = switch (event) {
            case "post" -> Form.of(PostEvent.class, post);
            case "mention" -> Form.of(MentionEvent.class, mentionOf(post));
            default -> Form.of(LiveView.class, view());
        };
    }

    @Benchmark
    public Object read() {
        return form.read();
    }

    @Benchmark
    public Object write() {
        return form.write();
    }

    private static MentionEvent mentionOf(Published post) {
        return new MentionEvent.Found(
                "default",
                post.postId(),
                1,
                post.at(),
                AT,
                false,
                post.source(),
                post.type(),
                0,
                post.lang(),
                post.site(),
                null,
                post.text(),
                post.author(),
                100L,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new MentionEvent.HeardBy("nordwind", 1)),
                new Tags("de", new Polarity(Polarity.Label.NEGATIVE, .84, false, "polarity-de.1")));
    }

    private static LiveView view() {
        var volume = new Volume(590, 10, 431, 2);
        var piles = new Piles(100, 200, 250, 50, 0);
        return new LiveView(
                "default",
                "nordwind",
                Window.HOUR,
                AT,
                AT.plusSeconds(3_600),
                AT.minusSeconds(1_000_000),
                AT,
                Map.of(0, 1_000L, 1, 1_001L, 2, 999L, 3, 1_002L),
                volume,
                piles,
                List.of(new FromSource("twitter", 390, 10), new FromSource("forum", 200, 0)),
                IntStream.range(0, 60)
                        .mapToObj(minute -> new Bucket(AT.plusSeconds(60L * minute), volume))
                        .toList());
    }
}
