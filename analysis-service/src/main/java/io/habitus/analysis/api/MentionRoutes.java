package io.habitus.analysis.api;

import io.habitus.analysis.api.Showing.Handles;
import io.habitus.analysis.index.IndexProgress;
import io.habitus.analysis.index.MentionIndex;
import io.habitus.analysis.index.MentionSearch;
import io.habitus.analysis.index.MentionSearch.Page;
import io.habitus.analysis.log.NewestPerKey;
import io.habitus.analysis.query.Query;
import io.habitus.contracts.MentionEvent.Found;
import io.habitus.contracts.ProjectEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A project's mentions, searched. The gateway has checked who asks, and says in a header what else they may see. */
@RestController
final class MentionRoutes {

    static final String SCOPES = "X-Habitus-Scopes";

    private static final String IDENTIFY = "identify";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final MentionIndex index;
    private final IndexProgress progress;
    private final SavedWatches watches;
    private final NewestPerKey<ProjectEvent> projects;

    MentionRoutes(
            MentionIndex index, IndexProgress progress, SavedWatches watches, NewestPerKey<ProjectEvent> projects) {
        this.index = index;
        this.progress = progress;
        this.watches = watches;
        this.projects = projects;
    }

    /**
     * A page of mentions.
     *
     * @param total of all pages together, exact
     * @param nextCursor absent on the last page
     * @param asOfReached whether everything that the request asked to wait for is in; absent if it asked for nothing
     */
    record Mentions(long total, List<ShownMention> mentions, String nextCursor, Boolean asOfReached) {}

    record Count(long total, Boolean asOfReached) {}

    /** @param origin encrypted by ingest-service; only the gateway can open it */
    record Origin(String origin) {}

    @GetMapping("/api/v1/projects/{project}/mentions")
    Mentions search(
            @PathVariable String project,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = SCOPES, defaultValue = "") String scopes) {
        var asked = MentionParameters.ofList(parameters);
        var reached = awaitAsOf(asked);
        var search = asked.search(project);
        var hits = index.search(search, new Page(asked.order(), asked.limit(), asked.after()));
        var showing = showing(project, search, scopes);
        return new Mentions(
                hits.total(),
                hits.mentions().stream().map(showing::show).toList(),
                hits.next().map(last -> Cursor.of(asked.order(), last)).orElse(null),
                reached);
    }

    @GetMapping("/api/v1/projects/{project}/mentions/count")
    Count count(@PathVariable String project, @RequestParam MultiValueMap<String, String> parameters) {
        var asked = MentionParameters.ofCount(parameters);
        var reached = awaitAsOf(asked);
        return new Count(index.count(asked.search(project)), reached);
    }

    @GetMapping("/api/v1/projects/{project}/mentions/{id}")
    ShownMention find(
            @PathVariable String project,
            @PathVariable String id,
            @RequestHeader(name = SCOPES, defaultValue = "") String scopes) {
        var found = mention(project, id);
        return new Showing(watches, project, List.of(), handles(scopes), official(project)).show(found);
    }

    @GetMapping("/internal/projects/{project}/mentions/{id}/origin")
    Origin origin(@PathVariable String project, @PathVariable String id) {
        return new Origin(mention(project, id).origin());
    }

    private Found mention(String project, String id) {
        return index.find(project, id).orElseThrow(() -> Problem.notFound("there is no such mention"));
    }

    private Showing showing(String project, MentionSearch search, String scopes) {
        var queries = new ArrayList<Query>();
        search.query().ifPresent(queries::add);
        search.watch()
                .flatMap(watch -> new Showing(watches, project, List.of(), Handles.MASKED, Set.of()).queryOf(watch))
                .ifPresent(queries::add);
        return new Showing(watches, project, queries, handles(scopes), official(project));
    }

    private static Handles handles(String scopes) {
        return Arrays.stream(scopes.split(",")).map(String::strip).anyMatch(IDENTIFY::equals)
                ? Handles.OPEN
                : Handles.MASKED;
    }

    private Set<String> official(String project) {
        return projects.get(project)
                .filter(ProjectEvent.Saved.class::isInstance)
                .map(ProjectEvent.Saved.class::cast)
                .filter(saved -> saved.officialAccounts() != null)
                .map(saved -> Set.copyOf(saved.officialAccounts()))
                .orElse(Set.of());
    }

    /** Null if nothing is to be waited for. */
    private Boolean awaitAsOf(MentionParameters asked) {
        if (asked.asOf().isEmpty()) {
            return null;
        }
        try {
            return progress.await(asked.asOf(), LONGEST_WAIT);
        } catch (ExecutionException _) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
