package io.habitus.analysis.api;

import io.habitus.analysis.query.Parsed;
import io.habitus.analysis.query.Parsed.Accepted;
import io.habitus.analysis.query.Parsed.Refused;
import io.habitus.analysis.query.QueryParser;
import io.habitus.contracts.WatchEvent;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The saved queries of a project. The gateway has checked who asks. */
@RestController
@RequestMapping("/api/v1/projects/{project}/watches")
final class WatchRoutes {

    private static final int LONGEST_NAME = 200;

    private final SavedWatches watches;

    WatchRoutes(SavedWatches watches) {
        this.watches = watches;
    }

    record Watches(List<Watch> watches) {}

    /** @param version grows with every change, by which mentions say what they were heard with */
    record Watch(String id, String name, String query, long version, Instant createdAt, Instant changedAt) {

        static Watch of(WatchEvent.Saved saved) {
            return new Watch(
                    saved.watch(), saved.name(), saved.query(), saved.version(), saved.createdAt(), saved.changedAt());
        }
    }

    /** @param id made from the name if absent */
    record Wanted(String id, String name, String query) {}

    record Question(String query) {}

    /**
     * A query that is understood.
     *
     * @param normalForm the same, written out
     */
    record Understood(String normalForm, List<Hint> warnings) {}

    /** Something to look at twice. */
    record Hint(String code, String message, Problem.Position position) {}

    @GetMapping
    Watches list(@PathVariable String project) {
        return new Watches(watches.of(project).stream().map(Watch::of).toList());
    }

    @GetMapping("/{id}")
    Watch find(@PathVariable String project, @PathVariable String id) {
        return watches.find(project, id).map(Watch::of).orElseThrow(WatchRoutes::unknown);
    }

    @PostMapping
    ResponseEntity<Watch> add(@PathVariable String project, @RequestBody Wanted wanted) {
        var name = nameIn(wanted);
        var id = wanted.id() == null ? WatchId.from(name) : idFrom(wanted.id());
        var query = queryIn(wanted);
        var added = watches.add(project, id, name, query)
                .orElseThrow(() -> Problem.conflict("there is a watch with the id " + id + " already"));
        return ResponseEntity.created(URI.create("/api/v1/projects/" + project + "/watches/" + id))
                .body(Watch.of(added));
    }

    @PutMapping("/{id}")
    Watch save(@PathVariable String project, @PathVariable String id, @RequestBody Wanted wanted) {
        return Watch.of(watches.save(project, idFrom(id), nameIn(wanted), queryIn(wanted)));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable String project, @PathVariable String id) {
        if (!watches.remove(project, id)) {
            throw unknown();
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/validate")
    Understood validate(@PathVariable String project, @RequestBody Question question) {
        var accepted = understand(question.query());
        return new Understood(
                accepted.normalForm(),
                accepted.warnings().stream().map(WatchRoutes::hint).toList());
    }

    private static Hint hint(Parsed.Warning warning) {
        return new Hint(warning.code(), warning.message(), new Problem.Position(warning.offset(), warning.length()));
    }

    private static Problem unknown() {
        return Problem.notFound("there is no such watch");
    }

    private static String nameIn(Wanted wanted) {
        var name = wanted.name() == null ? "" : wanted.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Problem.unprocessable("name", "a name has 1 to " + LONGEST_NAME + " characters, on one line");
        }
        return name;
    }

    private static String idFrom(String id) {
        if (!WatchId.isOne(id)) {
            throw Problem.unprocessable(
                    "id", "an id has 1 to 64 of the characters a-z, 0-9 and -, and does not begin with -");
        }
        return id;
    }

    private static String queryIn(Wanted wanted) {
        understand(wanted.query());
        return wanted.query();
    }

    private static Accepted understand(String query) {
        if (query == null) {
            throw Problem.unprocessable("query", "a query is missing");
        }
        return switch (QueryParser.parse(query)) {
            case Accepted accepted -> accepted;
            case Refused refused -> throw Problem.refused(refused);
        };
    }
}
