package io.habitus.commandline;

import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** The options all commands share. */
final class Connection {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "the door; by default where the Habitus of the data folder listens, else http://127.0.0.1:8080")
    private URI url;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:HABITUS_DATA:-data}",
            description = "the data folder of habitus up (default: ${DEFAULT-VALUE})")
    private Path data;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            defaultValue = "${env:HABITUS_KEY}",
            description = "the key; by default $HABITUS_KEY, else DIR/admin.key")
    private String key;

    @Option(
            names = "--project",
            paramLabel = "ID",
            defaultValue = "default",
            description = "the project (default: ${DEFAULT-VALUE})")
    private String project;

    @Option(names = "--json", description = "answer with one JSON document, for scripts")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and exit")
    private boolean help;

    Door door() {
        URI door = url != null ? url : folder().door();
        String used = key != null && !key.isBlank() ? key : folder().adminKey().orElse(null);
        return new Door(door, used);
    }

    DataFolder folder() {
        return new DataFolder(data);
    }

    String project() {
        return project;
    }

    /** The API path of something in the project, for example {@code /watches}. */
    String inProject(String path) {
        return "/api/v1/projects/" + segment(project) + path;
    }

    /** As one segment of a path or one value of a query string. */
    static String segment(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    boolean json() {
        return json;
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    PrintWriter err() {
        return command.commandLine().getErr();
    }

    void print(JsonNode answer) {
        out().println(Json.pretty(answer));
    }
}
