package io.habitus.gateway.door;

import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * One way through the door.
 *
 * @param method GET stands for HEAD as well
 * @param path for example {@code /api/v1/projects/{p}/views}; {@code {p}} is always a project
 * @param to who answers; null for Spring Boot's actuator, which has handlers of its own
 */
public record Route(
        HttpMethod method, String path, Access access, Payload payload, HandlerFunction<? extends ServerResponse> to) {

    /** The name of the path variable that is a project. */
    public static final String PROJECT = "p";
}
