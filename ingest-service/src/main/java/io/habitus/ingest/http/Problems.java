package io.habitus.ingest.http;

import io.habitus.ingest.Receipt;
import io.habitus.ingest.Taken;
import io.habitus.ingest.http.RequestsAtOnce.Busy;
import io.habitus.ingest.log.BrokerAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Every no of this service, in the form of RFC 9457. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String SECONDS_UNTIL_AGAIN = "5";

    /** Says how far a request came: all lines before {@code nextLine} are settled and counted, none from there on. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unsettled(Unsettled unsettled) {
        Taken taken = unsettled.taken();
        HttpStatus status =
                switch (taken.end()) {
                    case BODY_BROKEN -> HttpStatus.BAD_REQUEST;
                    case BROKER_AWAY, CLOSING, COMPLETE -> HttpStatus.SERVICE_UNAVAILABLE;
                };
        LOG.atWarn()
                .addKeyValue("end", taken.end())
                .addKeyValue("nextLine", taken.nextLine())
                .log("a request was not settled to its end");
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, unsettled.getMessage());
        Receipt receipt = taken.receipt();
        problem.setProperty("nextLine", taken.nextLine());
        problem.setProperty("received", receipt.received());
        problem.setProperty("published", receipt.published());
        problem.setProperty("seen", receipt.seen());
        problem.setProperty("unreadable", receipt.unreadable());
        problem.setProperty("unknownFields", receipt.unknownFields());
        problem.setProperty("ignoredValues", receipt.ignoredValues());
        problem.setProperty("refused", receipt.refused());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> brokerAway(BrokerAway away) {
        LOG.atWarn().addKeyValue("error", away.getMessage()).log("a request could not be settled");
        return answer(ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The broker is away; ask again, doing it twice is harmless."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(Busy busy) {
        return answer(ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "Too many requests bring posts at once; ask again."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception unexpected) {
        if (DisconnectedClientHelper.isClientDisconnectedException(unexpected)) {
            return null;
        }
        LOG.atError().setCause(unexpected).log("a request failed");
        return answer(ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        var response = ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.header(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_AGAIN);
        }
        return response.body(problem);
    }
}
