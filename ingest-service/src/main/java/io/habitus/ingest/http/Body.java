package io.habitus.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A request's body, unpacked. */
final class Body {

    private static final int BUFFER = 1 << 16;

    /**
     * Opens it.
     *
     * @throws ErrorResponseException 415 if it is packed in a way we do not know, 400 if it is not packed as it says
     */
    static InputStream of(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        try {
            if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
                return request.getInputStream();
            }
            if (encoding.equalsIgnoreCase("gzip")) {
                var packed = new Counted(request.getInputStream());
                return new Bounded(packed, new GZIPInputStream(packed, BUFFER));
            }
        } catch (IOException notPacked) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "The body is not gzip, as its Content-Encoding says.", notPacked);
        }
        throw Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding may be gzip or absent.");
    }

    private Body() {}

    /** Counts what is read. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }

    /** Breaks off what unpacks to so much more than it was that it can only be a bomb. */
    private static final class Bounded extends FilterInputStream {
        private static final long FREE = 16 << 20;
        private static final long RATIO = 200;
        private final Counted packed;
        private long count;

        Bounded(Counted packed, InputStream unpacked) {
            super(unpacked);
            this.packed = packed;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            if (count > FREE + RATIO * packed.count) {
                throw new IOException("unpacks to more than " + RATIO + " times its size");
            }
            return read;
        }
    }
}
