package io.habitus.commandline;

import io.habitus.simulator.SimulatedWatches;
import io.habitus.simulator.SimulatedWatches.SimulatedWatch;

/** Listens to what invented posts are about. */
final class InventedWatches {

    private InventedWatches() {}

    /** Adds those that are missing to the project. */
    static void add(Connection connection) {
        Door door = connection.door();
        for (SimulatedWatch watch : SimulatedWatches.all()) {
            door.postUnlessThere(
                    connection.inProject("/watches"),
                    Json.object().put("name", watch.name()).put("query", watch.query()));
        }
    }
}
