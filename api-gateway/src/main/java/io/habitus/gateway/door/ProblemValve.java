package io.habitus.gateway.door;

import io.habitus.gateway.answers.Problem;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Explains what never reached the door, because the server itself refused it (an impossible address, a header too long),
 * in the same form as everything else. Made by the server, by name.
 */
public final class ProblemValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            var requestId = ResponseHeaders.set(request, response);
            problem(status, requestId, failure).write(response);
            response.finishResponse();
        } catch (IOException gone) {
            LOG.atDebug().setCause(gone).log("nobody was there to be told");
        }
    }

    private static Problem problem(int status, String requestId, Throwable failure) {
        if (status != 500) {
            return status == 400
                    ? Problem.badRequest("The server cannot read this request.")
                    : Problem.ofStatus(status);
        }
        LOG.atError().addKeyValue("requestId", requestId).setCause(failure).log("a request failed in the server");
        return Problem.internal(requestId);
    }
}
