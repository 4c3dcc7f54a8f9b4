package io.habitus.commandline;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What comes of a typed command. */
record Typed(int status, String out, String err) {

    static Typed habitus(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = Main.run(out, err, args);
        return new Typed(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The same with the options that lead to this door. */
    static Typed habitus(FakeDoor door, Path data, String... args) {
        var all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--url", door.address().toString(), "--data", data.toString(), "--key", "hab_test"));
        return habitus(all.toArray(String[]::new));
    }

    JsonNode json() {
        return Json.read(out.getBytes(StandardCharsets.UTF_8));
    }
}
