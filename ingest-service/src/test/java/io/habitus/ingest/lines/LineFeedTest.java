package io.habitus.ingest.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineFeedTest {

    @Test
    void lines_end_with_lf_or_crlf_or_the_stream() throws IOException {
        assertThat(linesOf("a\nb\r\nc")).containsExactly("1 a", "2 b", "3 c");
        assertThat(linesOf("a\n")).containsExactly("1 a");
        assertThat(linesOf("")).isEmpty();
    }

    @Test
    void blank_lines_are_passed_over_but_numbered() throws IOException {
        assertThat(linesOf("\n \t\r\na\n\n\nb\n\n")).containsExactly("3 a", "6 b");
    }

    @Test
    void a_byte_order_mark_before_a_line_is_not_part_of_it() throws IOException {
        assertThat(linesOf("\uFEFFa\n\uFEFF\nb\n\uFEFFc")).containsExactly("1 a", "3 b", "4 c");
    }

    @Test
    void numbering_can_start_anywhere() throws IOException {
        var feed = new LineFeed(stream("a\nb"), 1_001);
        assertThat(feed.next()).isTrue();
        assertThat(feed.number()).isEqualTo(1_001);
    }

    @Test
    void a_line_of_exactly_the_limit_is_read_and_one_byte_more_is_not() throws IOException {
        String fits = "x".repeat(LineFeed.MAX_LINE);
        assertThat(linesOf("a\n" + fits + "\r\n" + fits + "y\nb"))
                .containsExactly("1 a", "2 " + fits, "3 too long", "4 b");
        assertThat(linesOf(fits)).containsExactly("1 " + fits);
        assertThat(linesOf(fits + "y")).containsExactly("1 too long");
    }

    @Test
    void a_line_of_any_length_costs_only_itself() throws IOException {
        var huge = new SequenceInputStream(new SequenceInputStream(stream("a\n"), endless(300 << 20)), stream("\nb\n"));
        assertThat(linesOf(new LineFeed(huge, 1))).containsExactly("1 a", "2 too long", "3 b");
    }

    @Test
    void it_does_not_matter_in_which_pieces_the_bytes_come() throws IOException {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(400); i > 0; i--) {
                text.append(
                        switch (random.nextInt(6)) {
                            case 0 -> "\n";
                            case 1 -> "\r\n";
                            case 2 -> "x".repeat(random.nextInt(3_000));
                            default -> "wörter 😀";
                        });
            }
            assertThat(linesOf(new LineFeed(inPieces(text.toString(), random), 1)))
                    .isEqualTo(expectedOf(text.toString()));
        }
    }

    @Test
    void a_stream_that_breaks_off_does_not_end_its_last_line() throws IOException {
        var broken = new SequenceInputStream(stream("a\n{\"id\":"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        });
        var feed = new LineFeed(broken, 1);
        assertThat(feed.next()).isTrue();
        assertThatThrownBy(feed::next).isInstanceOf(IOException.class);
    }

    private static List<String> expectedOf(String text) {
        var lines = new ArrayList<String>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String shown = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (!shown.isBlank()) {
                lines.add(number + " " + shown);
            }
        }
        return lines;
    }

    private static List<String> linesOf(String text) throws IOException {
        return linesOf(new LineFeed(stream(text), 1));
    }

    private static List<String> linesOf(LineFeed feed) throws IOException {
        var lines = new ArrayList<String>();
        while (feed.next()) {
            String shown = feed.isTooLong()
                    ? "too long"
                    : new String(feed.bytes(), feed.start(), feed.end() - feed.start(), StandardCharsets.UTF_8);
            lines.add(feed.number() + " " + shown);
        }
        return lines;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream inPieces(String text, Random random) {
        return new java.io.FilterInputStream(stream(text)) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(5_000)));
            }
        };
    }

    private static InputStream endless(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int most) {
                if (left <= 0) {
                    return -1;
                }
                int count = (int) Math.min(left, most);
                java.util.Arrays.fill(bytes, offset, offset + count, (byte) 'x');
                left -= count;
                return count;
            }
        };
    }
}
