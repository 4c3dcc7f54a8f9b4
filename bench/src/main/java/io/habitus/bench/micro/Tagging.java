package io.habitus.bench.micro;

import io.habitus.bench.micro.SomePosts.Text;
import io.habitus.tagging.language.Languages;
import io.habitus.tagging.polarity.Polarities;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the models say of one post: its language, then how it speaks. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Tagging {

    private final Languages languages = Languages.shipped();
    private final Polarities polarities = Polarities.shipped();
    private List<Text> texts;
    private int next;

    @Setup(Level.Trial)
    public void write() {
        texts = SomePosts.texts();
    }

    @Benchmark
    public Object language() {
        Text text = text();
        return languages.of(text.words(), text.lang());
    }

    @Benchmark
    public Object polarity() {
        Text text = text();
        return polarities.judge(text.words(), text.lang());
    }

    private Text text() {
        next = (next + 1) % texts.size();
        return texts.get(next);
    }
}
