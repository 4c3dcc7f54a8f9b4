package io.habitus.gateway.administration;

import io.habitus.contracts.ProjectEvent.Saved;
import io.habitus.gateway.answers.Answers;
import io.habitus.gateway.answers.Body;
import io.habitus.gateway.answers.Problem;
import io.habitus.gateway.answers.Problem.FieldError;
import io.habitus.gateway.door.Passage;
import io.habitus.gateway.door.Route;
import io.habitus.gateway.projects.Projects;
import io.habitus.gateway.services.Inquiry;
import io.habitus.gateway.services.Inquiry.Reply;
import io.habitus.gateway.services.Service;
import io.habitus.gateway.services.ServiceHeaders;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Lists, makes, changes and removes projects. */
public final class ProjectsEndpoint {

    private static final Pattern HANDLE = Pattern.compile("[\\p{L}\\p{N}_.-]{1,100}");
    private static final int MOST_ACCOUNTS = 1_000;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private final Projects projects;
    private final ZoneId timeZone;
    private final Inquiry inquiry;
    private final Service analysis;

    /** @param timeZone of projects that name none */
    public ProjectsEndpoint(Projects projects, ZoneId timeZone, Inquiry inquiry, Service analysis) {
        this.projects = projects;
        this.timeZone = timeZone;
        this.inquiry = inquiry;
        this.analysis = analysis;
    }

    /** What may be said of a project; what is absent stays as it is. */
    private record Wish(String id, String name, List<String> officialAccounts, String timeZone) {}

    private record Project(
            String id,
            String name,
            List<String> officialAccounts,
            String timeZone,
            Instant createdAt,
            Instant changedAt) {

        static Project of(Saved saved) {
            return new Project(
                    saved.project(),
                    saved.name(),
                    saved.officialAccounts(),
                    saved.timeZone(),
                    saved.createdAt(),
                    saved.changedAt());
        }
    }

    private record Page(List<Project> projects) {}

    /** {@code GET /projects}: those the key opens. */
    public ServerResponse list(ServerRequest request) {
        var bearer = Passage.of(request).bearer();
        return Answers.ok(new Page(projects.all().stream()
                .filter(project -> bearer.opens(project.project()))
                .map(Project::of)
                .toList()));
    }

    /** {@code GET /projects/{p}}. */
    public ServerResponse get(ServerRequest request) {
        return projects.find(request.pathVariable(Route.PROJECT))
                .map(project -> Answers.ok(Project.of(project)))
                .orElseGet(ProjectsEndpoint::gone);
    }

    /** {@code POST /projects}. */
    public ServerResponse create(ServerRequest request) throws IOException {
        return switch (Body.read(request, Wish.class)) {
            case Body.NotUnderstood(var problem) -> problem.response();
            case Body.Understood(var wish) -> create(wish);
        };
    }

    /** {@code PATCH /projects/{p}}. */
    public ServerResponse change(ServerRequest request) throws IOException {
        return switch (Body.read(request, Wish.class)) {
            case Body.NotUnderstood(var problem) -> problem.response();
            case Body.Understood(var wish) ->
                projects.find(request.pathVariable(Route.PROJECT))
                        .map(before -> change(before, wish))
                        .orElseGet(ProjectsEndpoint::gone);
        };
    }

    /** {@code DELETE /projects/{p}}. Only once it has no watches: nothing must go on listening for nobody. */
    public ServerResponse remove(ServerRequest request) {
        var id = request.pathVariable(Route.PROJECT);
        var headers = Map.of(ServiceHeaders.PROJECT, id, ServiceHeaders.SCOPES, "read");
        return switch (inquiry.ask(analysis, "/api/v1/projects/" + id + "/watches", headers, ANSWER_WITHIN)) {
            case Reply.Said(var status, var body)
            when status == 200 && body.path("watches").isArray() -> {
                if (!body.path("watches").isEmpty()) {
                    yield Problem.conflict("The project has watches. Remove them first.")
                            .response();
                }
                projects.remove(id);
                yield Answers.noContent();
            }
            case Reply.Said _ -> Problem.upstreamFailed(analysis.name()).response();
            case Reply.Silence _ -> Problem.away(analysis.name()).response();
        };
    }

    private ServerResponse create(Wish wish) {
        var errors = new ArrayList<FieldError>();
        Names.errorOf("name", wish.name()).ifPresent(errors::add);
        errors.addAll(errorsOf(wish));
        if (!errors.isEmpty()) {
            return Problem.invalid(errors).response();
        }
        var id = wish.id() == null ? Names.idFrom(wish.name()) : wish.id();
        if (!Names.isId(id)) {
            var message = "must be 1 to 64 lower-case letters, digits and hyphens";
            return Problem.invalid(List.of(new FieldError("id", message))).response();
        }
        if (projects.find(id).isPresent()) {
            return Problem.conflict("There is a project " + id + " already.").response();
        }
        var project = projects.create(
                id,
                wish.name().strip(),
                plain(Objects.requireNonNullElse(wish.officialAccounts(), List.of())),
                Objects.requireNonNullElse(wish.timeZone(), timeZone.getId()));
        return Answers.created("/api/v1/projects/" + id, Project.of(project));
    }

    private ServerResponse change(Saved before, Wish wish) {
        var errors = new ArrayList<FieldError>();
        if (wish.id() != null && !wish.id().equals(before.project())) {
            errors.add(new FieldError("id", "cannot be changed"));
        }
        if (wish.name() != null) {
            Names.errorOf("name", wish.name()).ifPresent(errors::add);
        }
        errors.addAll(errorsOf(wish));
        if (!errors.isEmpty()) {
            return Problem.invalid(errors).response();
        }
        return Answers.ok(Project.of(projects.change(
                before,
                wish.name() == null ? before.name() : wish.name().strip(),
                wish.officialAccounts() == null ? before.officialAccounts() : plain(wish.officialAccounts()),
                wish.timeZone() == null ? before.timeZone() : wish.timeZone())));
    }

    private static List<FieldError> errorsOf(Wish wish) {
        var errors = new ArrayList<FieldError>();
        if (wish.timeZone() != null && !isTimeZone(wish.timeZone())) {
            errors.add(new FieldError("timeZone", "must be an IANA name, for example Europe/Berlin"));
        }
        if (wish.officialAccounts() != null) {
            if (wish.officialAccounts().size() > MOST_ACCOUNTS) {
                errors.add(new FieldError("officialAccounts", "there are more than " + MOST_ACCOUNTS));
            }
            if (wish.officialAccounts().stream().anyMatch(account -> account == null || !isHandle(account))) {
                errors.add(new FieldError("officialAccounts", "must be handles, for example db_bahn"));
            }
        }
        return errors;
    }

    private static boolean isTimeZone(String name) {
        try {
            ZoneId.of(name);
            return name.contains("/") || name.equals("UTC");
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static boolean isHandle(String account) {
        return HANDLE.matcher(withoutAt(account)).matches();
    }

    private static List<String> plain(List<String> accounts) {
        return accounts.stream()
                .map(account -> withoutAt(account).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static String withoutAt(String account) {
        return account.startsWith("@") ? account.substring(1) : account;
    }

    private static ServerResponse gone() {
        return Problem.notFound("There is no such project.").response();
    }
}
