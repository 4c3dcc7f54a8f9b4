package io.habitus.endtoend.running;

import io.habitus.commandline.Main;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came of a typed command: the commands behind the script, called in this JVM to save the time of a start. */
public record Typed(int status, String out, String err) {

    public static Typed habitus(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = Main.run(out, err, args);
        return new Typed(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    /** The same if all was done; fails with what it said otherwise. */
    public Typed done() {
        if (status != 0) {
            throw new AssertionError("status " + status + "\n" + out + err);
        }
        return this;
    }
}
