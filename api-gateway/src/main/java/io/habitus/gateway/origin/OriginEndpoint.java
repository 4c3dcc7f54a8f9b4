package io.habitus.gateway.origin;

import io.habitus.gateway.answers.Answers;
import io.habitus.gateway.answers.Problem;
import io.habitus.gateway.door.Passage;
import io.habitus.gateway.door.ResponseHeaders;
import io.habitus.gateway.door.Route;
import io.habitus.gateway.services.Inquiry;
import io.habitus.gateway.services.Inquiry.Reply;
import io.habitus.gateway.services.Service;
import io.habitus.gateway.services.ServiceHeaders;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Says who wrote a mention and where it stands, to those who may know. Each time is written to the log. */
public final class OriginEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(OriginEndpoint.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private final Origins origins;
    private final Inquiry inquiry;
    private final Service analysis;

    public OriginEndpoint(Origins origins, Inquiry inquiry, Service analysis) {
        this.origins = origins;
        this.inquiry = inquiry;
        this.analysis = analysis;
    }

    /** {@code GET /projects/{p}/mentions/{id}/origin}. */
    public ServerResponse get(ServerRequest request) {
        var passage = Passage.of(request);
        var project = request.pathVariable(Route.PROJECT);
        var post = request.pathVariable("id");
        var headers = Map.of(
                ServiceHeaders.PROJECT, project,
                ServiceHeaders.SCOPES, passage.bearer().scopes(),
                ResponseHeaders.REQUEST_ID, passage.requestId());
        var path = "/internal/projects/" + project + "/mentions/" + post + "/origin";
        return switch (inquiry.ask(analysis, path, headers, ANSWER_WITHIN)) {
            case Reply.Said(var status, var body)
            when status == 200 -> opened(passage, post, body.path("origin").stringValue(null));
            case Reply.Said(var status, var _)
            when status == 404 -> Problem.notFound("There is no such mention.").response();
            case Reply.Said(var status, var _)
            when status == 503 -> Problem.away(analysis.name()).response();
            case Reply.Said _ -> Problem.upstreamFailed(analysis.name()).response();
            case Reply.Silence _ -> Problem.away(analysis.name()).response();
        };
    }

    private ServerResponse opened(Passage passage, String post, String sealed) {
        LOG.atInfo()
                .addKeyValue("requestId", passage.requestId())
                .addKeyValue("key", passage.bearer().key().keyId())
                .addKeyValue("project", passage.project().orElseThrow())
                .addKeyValue("post", post)
                .log("an origin was shown");
        if (sealed == null) {
            return Answers.ok(new Origins.Origin(null, null, null, null));
        }
        return origins.open(post, sealed).map(Answers::ok).orElseGet(() -> {
            LOG.atError()
                    .addKeyValue("requestId", passage.requestId())
                    .addKeyValue("post", post)
                    .log("an origin does not open: was the origin key changed?");
            return Problem.notFound("The origin of this mention cannot be read.")
                    .response();
        });
    }
}
