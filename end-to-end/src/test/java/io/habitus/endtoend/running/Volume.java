package io.habitus.endtoend.running;

import tools.jackson.databind.JsonNode;

/** How much was said: posts that are not reposts, reposts, distinct voices of both, and how many had no author. */
public record Volume(long posts, long reposts, long voices, long anonymous) {

    static Volume of(JsonNode json) {
        return new Volume(
                json.path("posts").asLong(),
                json.path("reposts").asLong(),
                json.path("voices").asLong(),
                json.path("anonymous").asLong());
    }

    boolean isNothing() {
        return posts == 0 && reposts == 0;
    }
}
