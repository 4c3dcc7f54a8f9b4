package io.habitus.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The description of the API, as it stands in the resources. */
final class OpenApi {

    private final byte[] description;

    private OpenApi(byte[] description) {
        this.description = description;
    }

    static OpenApi fromClassPath() {
        try (var file = OpenApi.class.getResourceAsStream("openapi.json")) {
            return new OpenApi(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** {@code GET /openapi.json}. */
    ServerResponse get(ServerRequest request) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build((_, response) -> {
                    response.getOutputStream().write(description);
                    return null;
                });
    }
}
