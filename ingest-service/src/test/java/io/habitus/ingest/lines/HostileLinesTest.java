package io.habitus.ingest.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.PostEvent;
import io.habitus.contracts.Topics;
import io.habitus.ingest.InstallationKeyFiles;
import io.habitus.ingest.lines.Reading.Readable;
import io.habitus.ingest.lines.Reading.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes, from a seed: nothing is thrown, everything is accounted for, and no line harms another. */
class HostileLinesTest {

    private static final int ROUNDS = 200_000;
    private static final String[] VALID = {
        "{\"id\":\"601\",\"source\":\"twitter\",\"created_at\":\"2015-05-22T12:20:44.648Z\",\"lang\":\"de\",\"text\":\"Schön wär's 😀 \\u00e4\\ud83d\\ude00\"}",
        "{\"id\":7,\"source\":\"forum\",\"text\":\"x\",\"author\":{\"id\":1,\"handle\":\"@a\",\"name\":\"A\",\"followers\":3},\"rating\":{\"value\":2.5,\"max\":5}}",
        "{\"operation\":\"delete\",\"id\":\"601\",\"source\":\"twitter\"}",
        "{\"operation\":\"measure\",\"id\":\"601\",\"source\":\"twitter\",\"likes\":12,\"views\":1e3}",
        "{\"id\":\"9\",\"source\":\"s\",\"text\":\"y\",\"place\":{\"country\":\"DE\"},\"url\":\"https://a.example/x\",\"unknown\":[{\"a\":[null,true]}]}"
    };
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\u0000",
        "\\ud800",
        "\\udc00",
        "null",
        "NaN",
        "1e999",
        "-",
        "0",
        "99999999999999999999",
        "\"text\":",
        "\"id\":",
        "\"source\":",
        "\"operation\":\"delete\"",
        "\u0000",
        "\u202e",
        "\ufeff",
        "😀",
        "<script>",
        "'",
        "/*",
        "//",
        "\t"
    };

    private final Random random = new Random(20261122);
    private final LineReader reader = new LineReaders(
                    InstallationKeyFiles.keys(), InstantSource.fixed(Instant.parse("2026-11-22T14:05:00Z")))
            .reader("default", "pushed");

    @Test
    void a_mutated_line_is_read_or_refused_and_never_more() {
        for (int i = 0; i < ROUNDS; i++) {
            byte[] line = mutated();
            switch (reader.read(line, 0, line.length)) {
                case Readable read -> assertThatItCanBeWritten(read);
                case Unreadable refused ->
                    assertThat(refused.reason()).isNotBlank().hasSizeLessThan(300);
            }
        }
    }

    @Test
    void lines_between_hostile_ones_are_read_as_if_alone() throws IOException {
        for (int round = 0; round < 200; round++) {
            var body = new ByteArrayOutputStream();
            var goodLines = new ArrayList<Long>();
            long line = 0;
            for (int i = 0; i < 40; i++) {
                if (random.nextBoolean()) {
                    body.write(VALID[0].getBytes(StandardCharsets.UTF_8));
                    goodLines.add(++line);
                } else {
                    byte[] hostile = withoutLineFeeds(random.nextInt(50) == 0 ? new byte[3 << 20] : mutated());
                    body.write(hostile);
                    line++;
                }
                body.write('\n');
            }
            assertThat(readableLines(body.toByteArray())).containsAll(goodLines);
        }
    }

    private List<Long> readableLines(byte[] body) throws IOException {
        var readable = new ArrayList<Long>();
        var feed = new LineFeed(new ByteArrayInputStream(body), 1);
        while (feed.next()) {
            if (reader.read(feed) instanceof Readable) {
                readable.add(feed.number());
            }
        }
        return readable;
    }

    private static void assertThatItCanBeWritten(Readable read) {
        byte[] written = Topics.POSTS.value().serializer().serialize("posts", read.event());
        PostEvent again = Topics.POSTS.value().deserializer().deserialize("posts", written);
        assertThat(again).isEqualTo(read.event());
        assertThat(read.postId()).matches("[0-9a-f]{32}");
        assertThat(read.source()).matches("[a-z0-9._-]{1,64}");
    }

    private byte[] mutated() {
        byte[] line = VALID[random.nextInt(VALID.length)].getBytes(StandardCharsets.UTF_8);
        for (int n = random.nextInt(4); n >= 0; n--) {
            line = switch (random.nextInt(6)) {
                case 0 -> replaced(line, random.nextInt(line.length + 1), 0, piece());
                case 1 -> replaced(line, random.nextInt(line.length + 1), random.nextInt(12), piece());
                case 2 -> replaced(line, random.nextInt(line.length + 1), random.nextInt(12), new byte[0]);
                case 3 -> Arrays.copyOf(line, random.nextInt(line.length + 1));
                case 4 -> replaced(line, random.nextInt(line.length + 1), 1, new byte[] {(byte) random.nextInt(256)});
                default ->
                    replaced(
                            line,
                            random.nextInt(line.length + 1),
                            0,
                            Arrays.copyOf(line, random.nextInt(line.length + 1)));
            };
        }
        return line;
    }

    private byte[] piece() {
        return PIECES[random.nextInt(PIECES.length)]
                .repeat(random.nextInt(20) == 0 ? 100 : 1)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] replaced(byte[] line, int at, int length, byte[] by) {
        int end = Math.min(line.length, at + length);
        var replaced = new ByteArrayOutputStream();
        replaced.write(line, 0, at);
        replaced.write(by, 0, by.length);
        replaced.write(line, end, line.length - end);
        return replaced.toByteArray();
    }

    private static byte[] withoutLineFeeds(byte[] line) {
        byte[] one = line.clone();
        for (int i = 0; i < one.length; i++) {
            one[i] = one[i] == '\n' ? (byte) ' ' : one[i];
        }
        return one;
    }
}
