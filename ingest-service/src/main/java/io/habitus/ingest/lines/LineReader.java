package io.habitus.ingest.lines;

import io.habitus.ingest.lines.Reading.Unreadable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Makes one line of NDJSON one event about a post, or says why not. Strict about types, lenient about what can be
 * cleaned. Whatever the bytes are, it answers with a value and throws nothing. For one thread.
 */
public final class LineReader {

    /** What lines count under whose source nobody knows. */
    public static final String UNKNOWN_SOURCE = "unknown";

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final JsonFactory json;
    private final String defaultSource;
    private final PostShape shape;
    private final MessageDigest sha256;
    private final byte[] hash;

    /** @param defaultSource of lines that name none, or null */
    LineReader(JsonFactory json, String defaultSource, PostShape shape) {
        this.json = json;
        this.defaultSource = defaultSource;
        this.shape = shape;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("this Java cannot compute SHA-256", broken);
        }
        hash = new byte[sha256.getDigestLength()];
    }

    /** Reads the current line of the feed. */
    public Reading read(LineFeed lines) {
        if (lines.isTooLong()) {
            return tooLong();
        }
        return read(lines.bytes(), lines.start(), lines.end());
    }

    /** Reads the line in these bytes, {@code end} exclusive. */
    public Reading read(byte[] bytes, int start, int end) {
        if (end - start > LineFeed.MAX_LINE) {
            return tooLong();
        }
        int invalid = Utf8.firstInvalid(bytes, start, end);
        if (invalid >= 0 || looksLikeUtf16(bytes, start, end)) {
            return new Unreadable(sourceOr(null), notUtf8(bytes, start, end, invalid));
        }
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), bytes, start, end - start)) {
            var fields = new LineFields(parser);
            try {
                fields.read();
            } catch (JacksonException broken) {
                return new Unreadable(sourceOr(fields.source), NotJson.because(broken));
            }
            return judge(fields, bytes, start, end);
        }
    }

    /** The deletion of a post, as a line with {@code "operation":"delete"} says it. */
    public Reading deletion(String source, String nativeId) {
        String name = SourceName.of(source);
        if (name == null) {
            return new Unreadable(sourceOr(null), "source must be " + SourceName.RULE);
        }
        String id = nativeId.strip();
        String objection = id.isEmpty() ? "id is missing" : NativeId.objection("id", id);
        return objection == null ? shape.deletion(name, id) : new Unreadable(name, objection);
    }

    private Reading judge(LineFields line, byte[] bytes, int start, int end) {
        String source = sourceOr(line.source);
        if (line.identityObjection != null) {
            return new Unreadable(source, line.identityObjection);
        }
        if (line.source == null && defaultSource == null) {
            return new Unreadable(source, "source is missing");
        }
        if (line.id == null) {
            return new Unreadable(source, "id is missing");
        }
        return switch (line.operation) {
            case DELETE -> shape.deletion(source, line.id);
            case MEASURE -> shape.measured(line, source);
            case UPDATE -> shape.published(line, source, true, digest(bytes, start, end));
            case CREATE -> shape.published(line, source, false, digest(bytes, start, end));
            case null -> shape.published(line, source, false, digest(bytes, start, end));
        };
    }

    private long digest(byte[] bytes, int start, int end) {
        try {
            sha256.update(bytes, start, end - start);
            sha256.digest(hash, 0, hash.length);
            return (long) LONGS.get(hash, 0);
        } catch (DigestException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private String sourceOr(String stated) {
        if (stated != null) {
            return stated;
        }
        return defaultSource == null ? UNKNOWN_SOURCE : defaultSource;
    }

    private Unreadable tooLong() {
        return new Unreadable(
                sourceOr(null), String.format(Locale.ROOT, "the line is longer than %,d bytes", LineFeed.MAX_LINE));
    }

    /** UTF-16 is full of NUL bytes, which are valid UTF-8 and never JSON at its beginning. */
    private static boolean looksLikeUtf16(byte[] bytes, int start, int end) {
        return end - start >= 2 && (bytes[start] == 0 || bytes[start + 1] == 0);
    }

    private static String notUtf8(byte[] bytes, int start, int end, int invalid) {
        int first = bytes[start] & 0xFF;
        if (looksLikeUtf16(bytes, start, end) || ((first == 0xFF || first == 0xFE) && invalid == start)) {
            return "not UTF-8, it looks like UTF-16";
        }
        return String.format(
                Locale.ROOT,
                "not UTF-8: byte %d is 0x%02X, as in Windows-1252 or Latin-1",
                invalid - start + 1,
                bytes[invalid] & 0xFF);
    }
}
