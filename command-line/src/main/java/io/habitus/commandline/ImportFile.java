package io.habitus.commandline;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/**
 * A file to import, as it was when it was opened; gzip is recognised by its content.
 *
 * @param size in bytes, as stored
 * @param modified milliseconds since 1970
 * @param beginning SHA-256 of the first MiB, hexadecimal
 */
record ImportFile(Path path, long size, long modified, String beginning) {

    private static final int BEGINNING = 1 << 20;

    static ImportFile at(Path given) {
        Path path = given.toAbsolutePath().normalize();
        if (Files.isDirectory(path)) {
            throw new CannotDo(given + " is a folder; give one file, or pipe several in: cat " + given
                    + "/*.ndjson | habitus import -");
        }
        if (!Files.isReadable(path)) {
            throw new CannotDo("There is no file " + given + " that can be read.");
        }
        try {
            return new ImportFile(
                    path, Files.size(path), Files.getLastModifiedTime(path).toMillis(), beginning(path));
        } catch (IOException failed) {
            throw new CannotDo(given + " cannot be read: " + failed.getMessage() + ".", failed);
        }
    }

    /** Its content, unpacked. {@link Content#consumed} tells how far in the stored file. */
    Content open() throws IOException {
        var stored = new Content.Counting(Files.newInputStream(path));
        return new Content(unpacked(stored), stored);
    }

    static InputStream unpacked(InputStream stored) throws IOException {
        var in = new BufferedInputStream(stored, 1 << 16);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in, 1 << 16) : in;
    }

    boolean sameAs(JsonNode noted) {
        return noted.path("path").asString("").equals(path.toString())
                && noted.path("size").asLong(-1) == size
                && noted.path("modified").asLong(-1) == modified
                && noted.path("beginning").asString("").equals(beginning);
    }

    JsonNode noted() {
        return Json.object()
                .put("path", path.toString())
                .put("size", size)
                .put("modified", modified)
                .put("beginning", beginning);
    }

    private static String beginning(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readNBytes(BEGINNING)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The open file. */
    static final class Content implements AutoCloseable {

        private final InputStream unpacked;
        private final Counting stored;

        private Content(InputStream unpacked, Counting stored) {
            this.unpacked = unpacked;
            this.stored = stored;
        }

        InputStream stream() {
            return unpacked;
        }

        /** Bytes of the stored file read so far. */
        long consumed() {
            return stored.count;
        }

        @Override
        public void close() throws IOException {
            unpacked.close();
        }

        private static final class Counting extends FilterInputStream {

            private long count;

            Counting(InputStream in) {
                super(in);
            }

            @Override
            public int read() throws IOException {
                int read = super.read();
                count += read < 0 ? 0 : 1;
                return read;
            }

            @Override
            public int read(byte[] into, int start, int length) throws IOException {
                int read = super.read(into, start, length);
                count += Math.max(0, read);
                return read;
            }

            @Override
            public long skip(long wanted) throws IOException {
                long skipped = super.skip(wanted);
                count += skipped;
                return skipped;
            }

            @Override
            public boolean markSupported() {
                return false;
            }
        }
    }
}
