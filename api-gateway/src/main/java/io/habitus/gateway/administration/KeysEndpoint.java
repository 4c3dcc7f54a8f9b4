package io.habitus.gateway.administration;

import io.habitus.contracts.KeyEvent.Issued;
import io.habitus.contracts.KeyEvent.Scope;
import io.habitus.gateway.answers.Answers;
import io.habitus.gateway.answers.Body;
import io.habitus.gateway.answers.Problem;
import io.habitus.gateway.answers.Problem.FieldError;
import io.habitus.gateway.door.Passage;
import io.habitus.gateway.door.Visitor;
import io.habitus.gateway.keys.Keys;
import io.habitus.gateway.projects.Projects;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Issues, lists and revokes keys. Who administers some projects only sees and makes keys for those; other keys do not
 * exist for them.
 */
public final class KeysEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(KeysEndpoint.class);

    private final Keys keys;
    private final Projects projects;
    private final Clock clock;

    public KeysEndpoint(Keys keys, Projects projects, Clock clock) {
        this.keys = keys;
        this.projects = projects;
        this.clock = clock;
    }

    private record Wish(String name, Set<Scope> scopes, List<String> projects, Instant expiresAt) {}

    private record Key(
            String id,
            String name,
            String key,
            Set<Scope> scopes,
            List<String> projects,
            boolean allProjects,
            Instant issuedAt,
            Instant expiresAt) {

        static Key of(Issued issued, String secret) {
            return new Key(
                    issued.keyId(),
                    issued.name(),
                    secret,
                    issued.scopes(),
                    issued.projects(),
                    issued.projects().isEmpty(),
                    issued.issuedAt(),
                    issued.expiresAt());
        }
    }

    private record Page(List<Key> keys) {}

    /** {@code GET /keys}. */
    public ServerResponse list(ServerRequest request) {
        var bearer = Passage.of(request).bearer();
        return Answers.ok(new Page(keys.all().stream()
                .filter(key -> administers(bearer, key))
                .map(key -> Key.of(key, null))
                .toList()));
    }

    /** {@code POST /keys}. The only answer that ever holds a key. */
    public ServerResponse issue(ServerRequest request) throws IOException {
        var bearer = Passage.of(request).bearer();
        return switch (Body.read(request, Wish.class)) {
            case Body.NotUnderstood(var problem) -> problem.response();
            case Body.Understood(var wish) -> {
                var errors = errorsOf(wish, bearer);
                yield errors.isEmpty()
                        ? issue(wish, bearer)
                        : Problem.invalid(errors).response();
            }
        };
    }

    /** {@code DELETE /keys/{id}}. */
    public ServerResponse revoke(ServerRequest request) {
        var bearer = Passage.of(request).bearer();
        var id = request.pathVariable("id");
        var key = keys.issued(id).filter(issued -> administers(bearer, issued));
        if (key.isEmpty()) {
            return Problem.notFound("There is no such key.").response();
        }
        if (isLastMaster(id)) {
            return Problem.conflict("This is the last key that can do everything here. Issue another one first.")
                    .response();
        }
        keys.revoke(id);
        LOG.atInfo()
                .addKeyValue("key", id)
                .addKeyValue("by", bearer.key().keyId())
                .log("a key was revoked");
        return Answers.noContent();
    }

    private ServerResponse issue(Wish wish, Visitor.Bearer bearer) {
        var fresh = keys.issue(
                wish.name().strip(),
                wish.scopes(),
                Objects.requireNonNullElse(wish.projects(), List.<String>of()).stream()
                        .distinct()
                        .toList(),
                wish.expiresAt());
        LOG.atInfo()
                .addKeyValue("key", fresh.issued().keyId())
                .addKeyValue("by", bearer.key().keyId())
                .log("a key was issued");
        return Answers.created("/api/v1/keys/" + fresh.issued().keyId(), Key.of(fresh.issued(), fresh.key()));
    }

    private List<FieldError> errorsOf(Wish wish, Visitor.Bearer bearer) {
        var errors = new ArrayList<FieldError>();
        Names.errorOf("name", wish.name()).ifPresent(errors::add);
        if (wish.scopes() == null || wish.scopes().isEmpty() || wish.scopes().contains(null)) {
            errors.add(new FieldError("scopes", "name at least one of read, write, admin, erase, identify"));
        }
        if (wish.expiresAt() != null && !wish.expiresAt().isAfter(clock.instant())) {
            errors.add(new FieldError("expiresAt", "is over already"));
        }
        var wanted = Objects.requireNonNullElse(wish.projects(), List.<String>of());
        if (wanted.isEmpty() && !bearer.everywhere()) {
            errors.add(new FieldError("projects", "your own key does not open all projects: name some of yours"));
        }
        for (var project : wanted) {
            if (project == null
                    || !bearer.opens(project)
                    || projects.find(project).isEmpty()) {
                errors.add(new FieldError("projects", "there is no project " + project));
            }
        }
        return errors;
    }

    private static boolean administers(Visitor.Bearer bearer, Issued key) {
        return bearer.everywhere()
                || (!key.projects().isEmpty() && bearer.key().projects().containsAll(key.projects()));
    }

    // Without one nobody could ever issue a key again.
    private boolean isLastMaster(String id) {
        var masters = keys.all().stream().filter(this::isMaster).toList();
        return masters.size() == 1 && masters.getFirst().keyId().equals(id);
    }

    private boolean isMaster(Issued key) {
        return key.scopes().contains(Scope.ADMIN) && key.projects().isEmpty() && key.expiresAt() == null;
    }
}
