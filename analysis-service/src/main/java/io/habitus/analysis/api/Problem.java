package io.habitus.analysis.api;

import io.habitus.analysis.query.Parsed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What can be wrong with a request, as RFC 9457 has it. Never quotes what a person wrote in a post. */
final class Problem extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    /** A piece of the query as typed, in UTF-16 units. */
    record Position(int offset, int length) {}

    private Problem(HttpStatus status, ProblemDetail detail) {
        super(status, detail, null);
    }

    static Problem notFound(String detail) {
        return of(HttpStatus.NOT_FOUND, detail);
    }

    static Problem badParameter(String name, String expected) {
        var problem = of(HttpStatus.BAD_REQUEST, "the parameter " + name + " is not understood");
        problem.getBody().setProperty("parameter", name);
        problem.getBody().setProperty("expected", expected);
        return problem;
    }

    static Problem conflict(String detail) {
        return of(HttpStatus.CONFLICT, detail);
    }

    static Problem unprocessable(String field, String detail) {
        var problem = of(HttpStatus.UNPROCESSABLE_CONTENT, detail);
        problem.getBody().setProperty("field", field);
        return problem;
    }

    static Problem refused(Parsed.Refused refused) {
        var problem = of(HttpStatus.UNPROCESSABLE_CONTENT, refused.message());
        var body = problem.getBody();
        body.setTitle("The query is not understood");
        body.setProperty("code", refused.code());
        body.setProperty("position", new Position(refused.offset(), refused.length()));
        if (refused.expected() != null) {
            body.setProperty("expected", refused.expected());
        }
        if (refused.suggestion() != null) {
            body.setProperty("suggestion", refused.suggestion());
        }
        return problem;
    }

    private static Problem of(HttpStatus status, String detail) {
        return new Problem(status, ProblemDetail.forStatusAndDetail(status, detail));
    }
}
