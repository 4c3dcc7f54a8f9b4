package io.habitus.gateway.answers;

import java.io.IOException;
import org.springframework.web.servlet.function.ServerRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What a client sent as JSON: readable, or not and why. */
public sealed interface Body<T> {

    record Understood<T>(T value) implements Body<T> {}

    record NotUnderstood<T>(Problem problem) implements Body<T> {}

    /** Reads the request's body. Its size is bounded at the door. */
    static <T> Body<T> read(ServerRequest request, Class<T> type) throws IOException {
        try {
            var value = Json.read(request.servletRequest().getInputStream().readAllBytes(), type);
            return value == null
                    ? new NotUnderstood<>(Problem.badRequest("An object is wanted."))
                    : new Understood<>(value);
        } catch (JacksonException unreadable) {
            return new NotUnderstood<>(Problem.badRequest(reason(unreadable)));
        }
    }

    // Jackson's own words quote the body, which may hold a key. Place and field are enough.
    private static String reason(JacksonException unreadable) {
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            return "There is no field " + unknown.getPropertyName() + " here.";
        }
        if (unreadable instanceof DatabindException mismatch
                && !mismatch.getPath().isEmpty()) {
            return "The field " + mismatch.getPath().getLast().getPropertyName() + " is not of the kind wanted.";
        }
        var place = unreadable.getLocation();
        return place == null
                ? "Not readable as JSON."
                : "Not readable as JSON at line " + place.getLineNr() + ", column " + place.getColumnNr() + ".";
    }
}
