package io.habitus.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ChunksTest {

    @Test
    void the_chunks_together_are_the_stream() throws IOException {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        var text = new StringBuilder();
        for (int line = 0; line < 5_000; line++) {
            text.append("x".repeat(random.nextInt(200))).append('\n');
        }
        List<Chunks.Chunk> chunks = chunks(text.toString());
        assertThat(joined(chunks)).isEqualTo(text.toString());
        assertThat(chunks).hasSize(5);
        assertThat(chunks.getLast().lastLine()).isEqualTo(5_000);
        assertThat(chunks.getLast().end()).isEqualTo(text.length());
    }

    @Test
    void a_last_line_without_line_feed_is_a_line() throws IOException {
        assertThat(chunks("a\nb")).singleElement().satisfies(chunk -> {
            assertThat(chunk.lastLine()).isEqualTo(2);
            assertThat(chunk.spoken()).isEqualTo(2);
            assertThat(chunk.end()).isEqualTo(3);
            assertThat(chunk.line(2)).asString().isEqualTo("b");
        });
    }

    @Test
    void blank_lines_have_numbers_but_are_not_spoken() throws IOException {
        assertThat(chunks("\uFEFF\r\n \t\na\n\nb\n")).singleElement().satisfies(chunk -> {
            assertThat(chunk.lastLine()).isEqualTo(5);
            assertThat(chunk.spoken()).isEqualTo(2);
            assertThat(chunk.line(3)).asString().isEqualTo("a");
        });
    }

    @Test
    void nothing_is_no_chunk() throws IOException {
        assertThat(chunks("")).isEmpty();
    }

    @Test
    void of_a_line_without_end_only_the_beginning_is_kept() throws IOException {
        long length = 200L << 20;
        var endless = new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] into, int start, int wanted) {
                int read = (int) Math.min(left, wanted);
                Arrays.fill(into, start, start + Math.max(0, read), (byte) 'x');
                left -= read;
                return read == 0 ? -1 : read;
            }
        };
        var chunks = new Chunks(endless, 0, 0);
        Chunks.Chunk chunk = chunks.next();
        assertThat(chunk.length()).isBetween(1 << 20, (1 << 20) + 2_000);
        assertThat(chunk.end()).isEqualTo(length);
        assertThat(chunk.spoken()).isEqualTo(1);
        assertThat(chunks.next()).isNull();
    }

    @Test
    void long_lines_make_short_chunks() throws IOException {
        String line = "y".repeat(900_000) + "\n";
        List<Chunks.Chunk> chunks = chunks(line.repeat(12));
        assertThat(chunks).hasSizeGreaterThan(2).allMatch(chunk -> chunk.length() <= 4 << 20);
        assertThat(joined(chunks)).isEqualTo(line.repeat(12));
    }

    private static List<Chunks.Chunk> chunks(String text) throws IOException {
        var chunks = new Chunks(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 0, 0);
        var all = new ArrayList<Chunks.Chunk>();
        for (Chunks.Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            all.add(chunk);
        }
        return all;
    }

    private static String joined(List<Chunks.Chunk> chunks) {
        var text = new StringBuilder();
        chunks.forEach(chunk -> text.append(new String(chunk.bytes(), 0, chunk.length(), StandardCharsets.UTF_8)));
        return text.toString();
    }
}
