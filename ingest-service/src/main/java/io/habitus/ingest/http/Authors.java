package io.habitus.ingest.http;

import io.habitus.contracts.AuthorEvent;
import io.habitus.contracts.AuthorStatus;
import io.habitus.ingest.Intake;
import io.habitus.ingest.lines.AuthorId;
import io.habitus.ingest.lines.SourceName;
import io.habitus.ingest.privacy.InstallationKeys;
import java.time.InstantSource;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What may be shown of an author: nothing for now, nothing for ever, everything again. */
@RestController
@RequestMapping("/api/v1/privacy")
final class Authors {

    private static final Logger LOG = LoggerFactory.getLogger(Authors.class);

    private final Intake intake;
    private final InstallationKeys keys;
    private final InstantSource clock;

    Authors(Intake intake, InstallationKeys keys, InstantSource clock) {
        this.intake = intake;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Who is meant, and what may be shown.
     *
     * @param authorId the native id as posts state it
     * @param handle instead of an id, where the source gives none; with or without {@code @}
     * @param status hidden, erased or restored
     */
    record Change(String source, String authorId, String handle, String status) {}

    /**
     * What is so from now on.
     *
     * @param author the pseudonym
     */
    record Changed(String author, String status) {}

    @PostMapping("/erasures")
    ResponseEntity<Changed> erase(@RequestBody Change change) {
        return announce(change, AuthorStatus.ERASED);
    }

    @PostMapping("/authors")
    ResponseEntity<Changed> change(@RequestBody Change change) {
        return announce(
                change,
                switch (change.status()) {
                    case "hidden" -> AuthorStatus.HIDDEN;
                    case "erased" -> AuthorStatus.ERASED;
                    case "restored" -> AuthorStatus.RESTORED;
                    case null, default ->
                        throw Problem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT, "status must be hidden, erased or restored.");
                });
    }

    private ResponseEntity<Changed> announce(Change change, AuthorStatus status) {
        String source = change.source() == null ? null : SourceName.of(change.source());
        if (source == null) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "source must be " + SourceName.RULE + ".");
        }
        String nativeId = AuthorId.of(change.authorId(), change.handle());
        if (nativeId == null) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "authorId or handle must name the author.");
        }
        String author = keys.names().author(source, nativeId);
        if (!intake.announce(new AuthorEvent(author, source, status, clock.instant()))) {
            throw Problem.of(HttpStatus.CONFLICT, "The author was erased, which is for ever.");
        }
        String word = status.name().toLowerCase(Locale.ROOT);
        LOG.atInfo().addKeyValue("author", author).addKeyValue("status", word).log("an author changed");
        return ResponseEntity.accepted().body(new Changed(author, word));
    }
}
