package io.habitus.gateway.projects;

import io.habitus.contracts.ProjectEvent;
import io.habitus.contracts.ProjectEvent.Saved;
import io.habitus.gateway.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The projects of this installation. */
public final class Projects {

    /** The project that is there from the start. */
    public static final String FIRST = "default";

    private final Ledger<ProjectEvent> ledger;
    private final Clock clock;

    public Projects(Ledger<ProjectEvent> ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The project with this id; nothing if there is none, or no longer. */
    public Optional<Saved> find(String id) {
        return ledger.newest(id).flatMap(event -> switch (event) {
            case Saved saved -> Optional.of(saved);
            case ProjectEvent.Removed _ -> Optional.empty();
        });
    }

    /** All of them, sorted by id. */
    public List<Saved> all() {
        return ledger.all().keySet().stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Writes a project that is new. */
    public Saved create(String id, String name, List<String> officialAccounts, String timeZone) {
        var project = new Saved(id, name, List.copyOf(officialAccounts), timeZone, now(), now());
        ledger.write(id, project);
        return project;
    }

    /** Writes a project that was there before. */
    public Saved change(Saved before, String name, List<String> officialAccounts, String timeZone) {
        var project =
                new Saved(before.project(), name, List.copyOf(officialAccounts), timeZone, before.createdAt(), now());
        ledger.write(project.project(), project);
        return project;
    }

    /** Removes a project. Its id may be used again. */
    public void remove(String id) {
        ledger.write(id, new ProjectEvent.Removed(id, now()));
    }

    /** Makes the project that is there from the start, unless somebody removed it since. */
    public void createFirst(ZoneId timeZone) {
        if (ledger.newest(FIRST).isEmpty()) {
            create(FIRST, "Default", List.of(), timeZone.getId());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
