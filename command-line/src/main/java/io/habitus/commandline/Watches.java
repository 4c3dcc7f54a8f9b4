package io.habitus.commandline;

import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The watches of a project, as people name them. */
final class Watches {

    /**
     * The watch with this id or, failing that, this name in any case.
     *
     * @throws CannotDo if there is none, or several have that name
     */
    static JsonNode named(String name, Door door, Connection connection) {
        JsonNode watches = door.get(connection.inProject("/watches")).path("watches");
        for (JsonNode watch : watches) {
            if (watch.path("id").asString().equals(name)) {
                return watch;
            }
        }
        JsonNode found = null;
        for (JsonNode watch : watches) {
            if (!watch.path("name").asString().equalsIgnoreCase(name)) {
                continue;
            }
            if (found != null) {
                throw new CannotDo(
                        "Several watches are called " + name + "; give the id that habitus watch list shows.");
            }
            found = watch;
        }
        if (found == null) {
            throw new CannotDo("There is no watch " + name + "; habitus watch list shows all.");
        }
        return found;
    }

    /** Does what sends a query, so that a refusal knows which query it is about. */
    static JsonNode asking(String query, Supplier<JsonNode> what) {
        try {
            return what.get();
        } catch (DoorRefused refused) {
            throw refused.of(query);
        }
    }

    static String path(JsonNode watch, Connection connection) {
        return connection.inProject(
                "/watches/" + Connection.segment(watch.path("id").asString()));
    }

    private Watches() {}
}
