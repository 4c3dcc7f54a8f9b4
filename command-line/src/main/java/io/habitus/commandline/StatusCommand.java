package io.habitus.commandline;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
        JsonNode status = answer.path("status");
        connection
                .out()
                .printf(
                        "Habitus %s at %s is %s.%n",
                        answer.path("version").asString(),
                        answer.path("url").asString(),
                        status.path("status").asString(""));
        row("reason", status.path("reason").asString(""));
        status.path("services")
                .forEach(service -> row(
                        service.path("name").asString(), service.path("status").asString()));
        row("lag", pairs(status.path("lag")));
        answer.path("processes")
                .forEach(process -> row(
                        process.path("name").asString(),
                        "process %s, %s%s"
                                .formatted(
                                        process.path("pid").asString(""),
                                        process.path("state").asString("").toLowerCase(Locale.ROOT),
                                        restarts(process.path("restarts").asLong()))));
        status.path("sources")
                .forEach(source -> row(
                        source.path("source").asString(),
                        "%s received = %s published + %s seen + %s unreadable"
                                .formatted(
                                        counted(source, "received"),
                                        counted(source, "published"),
                                        counted(source, "seen"),
                                        counted(source, "unreadable"))));
        row("versions", pairs(status.path("versions")));
        JsonNode disk = answer.path("disk");
        if (disk.isObject()) {
            row(
                    "disk",
                    "%s used in %s, %s free"
                            .formatted(
                                    PlainText.bytes(disk.path("used").asLong()),
                                    disk.path("folder").asString(),
                                    PlainText.bytes(disk.path("free").asLong())));
        }
    }

    private void row(String name, String value) {
        if (!value.isBlank()) {
            connection.out().printf("%-18s %s%n", PlainText.line(name), PlainText.line(value));
        }
    }

    private static String pairs(JsonNode object) {
        return object.propertyStream()
                .filter(field -> !field.getValue().isNull())
                .map(field -> field.getKey() + " " + field.getValue().asString(""))
                .collect(Collectors.joining(", "));
    }

    private static String counted(JsonNode source, String outcome) {
        return PlainText.count(source.path(outcome).asLong());
    }

    private static String restarts(long count) {
        return switch ((int) Math.min(count, 2)) {
            case 0 -> "";
            case 1 -> ", restarted once";
            default -> ", restarted " + count + " times";
        };
    }
}
