package io.habitus.gateway.answers;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerResponse;

/** What went well, as an answer. */
public final class Answers {

    public static ServerResponse ok(Object body) {
        return json(ServerResponse.ok(), body);
    }

    public static ServerResponse ok(Object body, String header, String value) {
        return json(ServerResponse.ok().header(header, value), body);
    }

    public static ServerResponse status(int status, Object body) {
        return json(ServerResponse.status(status), body);
    }

    public static ServerResponse created(String location, Object body) {
        return json(ServerResponse.created(URI.create(location)), body);
    }

    public static ServerResponse noContent() {
        return ServerResponse.noContent()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    // Written here and not by a converter: nothing that another library registers can change what leaves the door.
    private static ServerResponse json(ServerResponse.HeadersBuilder<?> response, Object body) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build((_, servlet) -> {
            var bytes = Json.write(body);
            servlet.setContentType("application/json");
            servlet.setContentLength(bytes.length);
            servlet.getOutputStream().write(bytes);
            return null;
        });
    }

    private Answers() {}
}
