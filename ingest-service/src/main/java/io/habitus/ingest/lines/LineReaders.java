package io.habitus.ingest.lines;

import io.habitus.ingest.privacy.InstallationKeys;
import java.time.InstantSource;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Makes a {@link LineReader} for each request; they share the keys and nothing that changes. */
public final class LineReaders {

    // Deeper than any field we know; what is deeper is broken or hostile.
    private static final int MAX_DEPTH = 64;

    private final JsonFactory json = JsonFactory.builder()
            // Raw control characters in a string are cleaned away like escaped ones, not a reason to lose a post.
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            // The encoding is UTF-8, checked before.
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private final InstallationKeys keys;
    private final InstantSource clock;

    public LineReaders(InstallationKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A reader for one request.
     *
     * @param project that its posts belong to
     * @param defaultSource of lines that name none, or null
     */
    public LineReader reader(String project, String defaultSource) {
        var shape = new PostShape(project, keys.names(), keys.seal(), clock);
        return new LineReader(json, defaultSource, shape);
    }
}
