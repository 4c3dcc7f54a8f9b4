package io.habitus.bench;

import io.habitus.analysis.index.MentionDocument;
import io.habitus.analysis.index.MentionIndexing;
import io.habitus.contracts.MentionEvent.Found;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The very lines that analysis-service sent to Elasticsearch, in a file: made from the same records of MENTIONS by the same
 * code. Searching the index would not give them: it does not keep what it was given to search by.
 */
final class Documents implements AutoCloseable {

    private record Place(long at, int length) {}

    /**
     * Some documents for one request, which are one piece of the file.
     *
     * @param items how many
     */
    record Bulk(long at, int length, int items) {}

    private final Path file;
    private final FileChannel content;
    private final Map<String, Place> byPost;
    private final List<Bulk> warmUp;
    private final List<Bulk> measured;

    private Documents(
            Path file, FileChannel content, Map<String, Place> byPost, List<Bulk> warmUp, List<Bulk> measured) {
        this.file = file;
        this.content = content;
        this.byPost = byPost;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    /**
     * Of all mentions in the log now.
     *
     * @param measuredFrom the ends of all partitions before the first post that was measured
     */
    static Documents of(String broker, Map<Integer, Long> measuredFrom, Path file) {
        var byPost = new HashMap<String, Place>();
        var warmUp = new Bulks();
        var measured = new Bulks();
        // First those of the warm-up, then the others: a bulk is one piece of the file.
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            long end = write(broker, measuredFrom, false, 0, out, byPost, warmUp);
            write(broker, measuredFrom, true, end, out, byPost, measured);
            return new Documents(file, null, byPost, warmUp.done(), measured.done()).opened();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Documents opened() throws IOException {
        return new Documents(file, FileChannel.open(file), byPost, warmUp, measured);
    }

    private static long write(
            String broker,
            Map<Integer, Long> measuredFrom,
            boolean isMeasured,
            long start,
            OutputStream out,
            Map<String, Place> byPost,
            Bulks bulks)
            throws IOException {
        long at = start;
        try (var mentions = new Mentions(broker)) {
            mentions.fromTheBeginning();
            for (var record : mentions.upToNow()) {
                boolean late = record.offset() >= measuredFrom.getOrDefault(record.partition(), 0L);
                if (late == isMeasured && Mentions.eventOf(record) instanceof Found found) {
                    byte[] lines = MentionDocument.lines(found, record.value());
                    out.write(lines);
                    byPost.put(found.postId(), new Place(at, lines.length));
                    bulks.add(at, lines.length);
                    at += lines.length;
                }
            }
        }
        return at;
    }

    /** Those of the posts that came before the measured ones, in bulks as large as those of analysis-service. */
    List<Bulk> warmUp() {
        return warmUp;
    }

    /** Those of the measured posts, likewise. */
    List<Bulk> measured() {
        return measured;
    }

    static long items(List<Bulk> bulks) {
        return bulks.stream().mapToLong(Bulk::items).sum();
    }

    /** Average length of a document with its action, in bytes. */
    long averageBytes() {
        long bytes = measured.stream().mapToLong(Bulk::length).sum();
        return bytes / Math.max(1, items(measured));
    }

    byte[] read(Bulk bulk) {
        return read(bulk.at, bulk.length);
    }

    /** The document of this post; empty if no watch hears it. */
    byte[] of(String postId) {
        Place place = byPost.get(postId);
        return place == null ? new byte[0] : read(place.at, place.length);
    }

    private byte[] read(long at, int length) {
        try {
            var bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining()) {
                if (content.read(bytes, at + bytes.position()) < 0) {
                    throw new IOException("the file of documents has become shorter");
                }
            }
            return bytes.array();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** Puts documents together as MentionIndexing does while there is a backlog. */
    static final class Bulks {

        private final List<Bulk> bulks = new ArrayList<>();
        private long at;
        private int length;
        private int items;

        void add(long place, int size) {
            if (items == 0) {
                at = place;
            }
            length += size;
            items++;
            if (length >= MentionIndexing.BULK_BYTES) {
                end();
            }
        }

        List<Bulk> done() {
            if (items > 0) {
                end();
            }
            return List.copyOf(bulks);
        }

        private void end() {
            bulks.add(new Bulk(at, length, items));
            length = 0;
            items = 0;
        }
    }
}
