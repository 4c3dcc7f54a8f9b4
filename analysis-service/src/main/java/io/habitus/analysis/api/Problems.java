package io.habitus.analysis.api;

import io.habitus.analysis.api.SavedWatches.LogAway;
import io.habitus.analysis.index.ElasticsearchAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every answer that is not a success, as {@code application/problem+json}. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private static final String A_LITTLE_LATER = "2";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(ElasticsearchAway away) {
        log.atWarn().log("a search could not be answered: {}", away.getMessage());
        return tryLater("search is not available at the moment");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(LogAway away) {
        log.atWarn().log("a request could not be answered: {}", away.getMessage());
        return tryLater("watches are not available at the moment");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(RuntimeException fault) {
        log.atError().setCause(fault).log("a request failed");
        var detail = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "this should not have happened; the log knows more");
        return ResponseEntity.of(detail).build();
    }

    private static ResponseEntity<ProblemDetail> tryLater(String what) {
        var detail = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, what);
        return ResponseEntity.of(detail)
                .headers(headers -> headers.set(HttpHeaders.RETRY_AFTER, A_LITTLE_LATER))
                .build();
    }
}
