package io.habitus.persona.rest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** An answer that is an error, as RFC 9457 has it. */
final class Problem extends ErrorResponseException {

    private static final long serialVersionUID = 1;
    private static final String SECONDS = "2";

    private Problem(HttpStatus status, String title, String detail, Throwable cause) {
        super(status, body(status, title, detail), cause);
    }

    private static ProblemDetail body(HttpStatus status, String title, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setTitle(title);
        return body;
    }

    /** A query parameter nobody can make sense of: 422. */
    static Problem badParameter(String parameter, String detail) {
        Problem problem = new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "Bad parameter", detail, null);
        problem.getBody().setProperty("errors", List.of(Map.of("field", parameter, "message", detail)));
        return problem;
    }

    /** Figures that will be there after this time: 503, with when to ask again, in whole seconds. */
    static Problem later(String detail, Duration after) {
        Problem problem = notYet(detail, null);
        long seconds = Math.max(1, Math.ceilDiv(after.toMillis(), 1_000));
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return problem;
    }

    /** Figures that will be there in a moment: 503, with when to ask again. */
    static Problem notYet(String detail, Throwable cause) {
        Problem problem = new Problem(HttpStatus.SERVICE_UNAVAILABLE, "Not available now", detail, cause);
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, SECONDS);
        return problem;
    }
}
