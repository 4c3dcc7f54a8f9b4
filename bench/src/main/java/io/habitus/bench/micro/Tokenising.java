package io.habitus.bench.micro;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.habitus.bench.micro.SomePosts.Text;
import io.habitus.tagging.Tokens;
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

/** One post cut into tokens, beside ICU's bare search for word boundaries. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Tokenising {

    private final BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
    private List<Text> texts;
    private int next;

    @Setup(Level.Trial)
    public void write() {
        texts = SomePosts.texts();
    }

    @Benchmark
    public Object tokens() {
        return Tokens.of(text());
    }

    @Benchmark
    public int icuWordBoundariesAlone() {
        words.setText(text());
        int boundaries = 0;
        while (words.next() != BreakIterator.DONE) {
            boundaries++;
        }
        return boundaries;
    }

    private String text() {
        next = (next + 1) % texts.size();
        return texts.get(next).words();
    }
}
