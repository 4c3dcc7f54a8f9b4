package io.habitus.ingest.http;

import io.habitus.ingest.Intake;
import io.habitus.ingest.Receipt;
import io.habitus.ingest.Taken;
import io.habitus.ingest.accounts.Outcome;
import io.habitus.ingest.lines.DocumentArray;
import io.habitus.ingest.lines.DocumentArray.Cut;
import io.habitus.ingest.lines.LineFeed;
import io.habitus.ingest.lines.LineReader;
import io.habitus.ingest.lines.LineReaders;
import io.habitus.ingest.lines.Reading;
import io.habitus.ingest.lines.Reading.Readable;
import io.habitus.ingest.lines.SourceName;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Posts are pushed here: one, up to a thousand, or a file of any length. Whoever asks was let in by api-gateway. */
@RestController
@RequestMapping("/api/v1/projects/{project:[a-z0-9-]+}/documents")
final class Documents {

    private static final int MOST_BYTES = 8 << 20;
    private static final int SHORT_BYTES = 256 << 10;

    private final Intake intake;
    private final LineReaders readers;
    private final RequestsAtOnce requests;

    Documents(Intake intake, LineReaders readers, RequestsAtOnce requests) {
        this.intake = intake;
        this.readers = readers;
        this.requests = requests;
    }

    /** What became of one document. */
    record Accepted(String id, String outcome) {}

    /** What became of many; received = published + seen + unreadable. */
    record Imported(
            long received,
            long published,
            long seen,
            long unreadable,
            Map<String, Long> unknownFields,
            Map<String, Long> ignoredValues,
            List<Receipt.Refused> refused) {
        static Imported of(Receipt receipt) {
            return new Imported(
                    receipt.received(),
                    receipt.published(),
                    receipt.seen(),
                    receipt.unreadable(),
                    receipt.unknownFields(),
                    receipt.ignoredValues(),
                    receipt.refused());
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> push(
            @PathVariable String project, @RequestParam(required = false) String source, HttpServletRequest request) {
        LineReader reader = readers.reader(project, defaultSource(source));
        requireUtf8(request);
        Supplier<Pushed> pushing = () -> {
            byte[] body = bodyOf(request);
            return DocumentArray.isArray(body) ? pushAll(body, reader) : pushOne(reader.read(body, 0, body.length));
        };
        Pushed pushed = isShort(request) ? requests.run(pushing) : requests.runWhole(pushing);
        // Whoever only waits for the broker's word holds next to nothing, and must not keep others from their places.
        return pushed.answer();
    }

    /** Something that was sent. */
    private interface Pushed {

        /** The answer, once the broker has it. */
        ResponseEntity<?> answer();
    }

    @PostMapping(
            path = "/import",
            consumes = {"application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines"})
    Imported importLines(
            @PathVariable String project,
            @RequestParam(required = false) String source,
            @RequestParam(defaultValue = "1") long firstLine,
            HttpServletRequest request) {
        LineReader reader = readers.reader(project, defaultSource(source));
        requireUtf8(request);
        return requests.run(() -> {
            var lines = new LineFeed(Body.of(request), firstLine);
            return Imported.of(settled(intake.take(lines, reader)));
        });
    }

    @DeleteMapping
    ResponseEntity<?> delete(@PathVariable String project, @RequestParam String source, @RequestParam String id) {
        Reading deletion = readers.reader(project, null).deletion(source, id);
        return pushOne(deletion).answer();
    }

    private Pushed pushOne(Reading reading) {
        Intake.Sent sent = intake.send(List.of(reading));
        // Not the post itself, which would be held until the broker has answered.
        String id = reading instanceof Readable post ? post.postId() : null;
        return () -> ResponseEntity.accepted().body(accepted(id, settled(sent.settled())));
    }

    private static Accepted accepted(String id, Receipt receipt) {
        if (receipt.unreadable() > 0) {
            throw Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    receipt.refused().getFirst().reason());
        }
        Outcome outcome = receipt.seen() > 0 ? Outcome.SEEN : Outcome.PUBLISHED;
        return new Accepted(id, outcome.word());
    }

    private Pushed pushAll(byte[] body, LineReader reader) {
        return switch (DocumentArray.cut(body)) {
            case Cut.Elements(var elements) -> {
                var readings = new ArrayList<Reading>(elements.size());
                elements.forEach(element -> readings.add(reader.read(body, element.start(), element.end())));
                Intake.Sent sent = intake.send(readings);
                yield () -> ResponseEntity.ok(Imported.of(settled(sent.settled())));
            }
            case Cut.Broken(var reason) -> throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, reason);
            case Cut.TooMany _ ->
                throw Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "An array may hold " + DocumentArray.MOST + " documents; send more as lines to /import.");
        };
    }

    private static Receipt settled(Taken taken) {
        return switch (taken.end()) {
            case COMPLETE -> taken.receipt();
            case BROKER_AWAY -> throw new Unsettled(taken, "The broker is away; nothing of the rest is lost here.");
            case CLOSING -> throw new Unsettled(taken, "This service is being restarted.");
            case BODY_BROKEN -> throw new Unsettled(taken, "The body broke off, or is not what its encoding says.");
        };
    }

    /** Whether it says so, and is packed so that this is true. */
    private static boolean isShort(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length >= 0 && length <= SHORT_BYTES && request.getHeader(HttpHeaders.CONTENT_ENCODING) == null;
    }

    private static byte[] bodyOf(HttpServletRequest request) {
        byte[] body;
        try (InputStream in = Body.of(request)) {
            body = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException broken) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "The body broke off, or is not what its encoding says.", broken);
        }
        if (body.length > MOST_BYTES) {
            throw Problem.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "A body may be " + MOST_BYTES + " bytes long; send more as lines to /import.");
        }
        return body;
    }

    private static String defaultSource(String stated) {
        if (stated == null) {
            return null;
        }
        String source = SourceName.of(stated);
        if (source == null) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "source must be " + SourceName.RULE + ".");
        }
        return source;
    }

    private static void requireUtf8(HttpServletRequest request) {
        String charset = MediaType.parseMediaType(request.getContentType()).getParameter("charset");
        if (charset != null && !charset.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
            throw Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be UTF-8.");
        }
    }
}
