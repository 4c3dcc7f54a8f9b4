package io.habitus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.habitus.backends.junit.Backends;
import io.habitus.ingest.RunningIngest.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real streams of posts, where they are: the folder that the system property or environment variable
 * {@code HABITUS_SHARED} names. Skipped, and reported so, where there is none.
 */
class SharedStreamsIT {

    @RegisterExtension
    static final Backends BACKENDS = Backends.shared();

    @ParameterizedTest
    @CsvSource({
        "de_mobility_tweets.jsonl, 7226",
        "de_general_tweets.jsonl, 21055",
        "en_airline_tweets.jsonl, 11333",
        "de_youtube_comments.jsonl, 30247"
    })
    void a_real_stream_is_imported_unchanged_and_the_second_time_nothing_changes(String file, int lines)
            throws IOException {
        String shared = System.getProperty("HABITUS_SHARED", System.getenv("HABITUS_SHARED"));
        Path stream = Path.of(shared == null ? "nowhere" : shared, "data", "streams", file);
        assumeTrue(Files.isRegularFile(stream), "HABITUS_SHARED names no folder with data/streams/" + file);

        byte[] posts = Files.readAllBytes(stream);
        try (var ingest = new RunningIngest(BACKENDS.bootstrapServers())) {
            Answer first = ingest.importLines("stream-test", "", posts);
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.json().get("received").intValue()).isEqualTo(lines);
            assertThat(first.json().get("published").intValue()
                            + first.json().get("seen").intValue())
                    .isEqualTo(lines);
            assertThat(first.json().get("refused").isEmpty()).isTrue();

            Answer second = ingest.importLines("stream-test", "", posts);
            assertThat(second.json().get("seen").intValue()).isEqualTo(lines);
        }
    }
}
