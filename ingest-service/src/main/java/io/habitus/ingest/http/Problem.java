package io.habitus.ingest.http;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Says no in the form of RFC 9457. */
final class Problem {

    static ErrorResponseException of(HttpStatus status, String detail) {
        return of(status, detail, null);
    }

    static ErrorResponseException of(HttpStatus status, String detail, Throwable cause) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), cause);
    }

    private Problem() {}
}
