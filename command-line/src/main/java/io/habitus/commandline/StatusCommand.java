package io.habitus.commandline;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code habitus status}: whether it listens, how far behind it is, and how much room is left. */
@Command(
        name = "status",
        description = "Shows health, lag, processes, disk and versions. Exit status 1 if anything is down.")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Override
    public Integer call() {
        ObjectNode answer = Json.object().put("version", Version.ofThisBuild());
        JsonNode status = asked(answer);
        DataFolder folder = connection.folder();
        if (folder.exists()) {
            answer.putObject("disk")
                    .put("folder", folder.path().toAbsolutePath().normalize().toString())
                    .put("used", folder.used())
                    .put("free", folder.free());
            JsonNode processes = folder.state().path("processes");
            if (!processes.isMissingNode()) {
                answer.set("processes", processes);
            }
        }
        if (connection.json()) {
            connection.print(answer);
        } else {
            show(answer);
        }
        return status.path("status").asString("").equalsIgnoreCase("up") ? Main.DONE : Main.FAILED;
    }

    private JsonNode asked(ObjectNode answer) {
        Door door = connection.door();
        answer.put("url", door.address().toString());
        try {
            JsonNode status = door.get("/api/v1/status");
            answer.set("status", status);
            return status;
        } catch (DoorAway away) {
            JsonNode down = Json.object().put("status", "down").put("reason", away.getMessage());
            answer.set("status", down);
            return down;
        }
    }

    private void show(ObjectNode answer) {
        PrintWriter out = connection.out();
        out.printf(
                "Habitus %s at %s%n",
                answer.path("version").asString(), answer.path("url").asString());
        tree(out, answer.path("status"), "");
        if (answer.has("processes")) {
            out.println("processes");
            tree(out, answer.get("processes"), "  ");
        }
        if (answer.has("disk")) {
            JsonNode disk = answer.get("disk");
            out.printf(
                    "disk        %s used in %s, %s free%n",
                    PlainText.bytes(disk.path("used").asLong()),
                    disk.path("folder").asString(),
                    PlainText.bytes(disk.path("free").asLong()));
        }
    }

    /** Whatever the services tell, one value a line; so nothing new they learn to tell stays hidden. */
    private static void tree(PrintWriter out, JsonNode node, String indent) {
        if (node.isArray()) {
            node.forEach(element -> {
                if (element.isObject()) {
                    out.println(indent + "-");
                    tree(out, element, indent + "  ");
                } else {
                    out.println(indent + "- " + PlainText.line(element.asString()));
                }
            });
            return;
        }
        node.propertyStream().forEach(field -> {
            if (field.getValue().isContainer()) {
                out.println(indent + PlainText.line(field.getKey()));
                tree(out, field.getValue(), indent + "  ");
            } else {
                out.printf(
                        "%s%-11s %s%n",
                        indent,
                        PlainText.line(field.getKey()),
                        PlainText.line(field.getValue().asString("")));
            }
        });
    }
}
