package io.habitus.commandline;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code habitus key}: who may use it. */
@Command(
        name = "key",
        description = "Keys: who may use the door, and for what.",
        synopsisSubcommandLabel = "(add | list | revoke)",
        subcommands = {KeyCommand.Add.class, KeyCommand.ListAll.class, KeyCommand.Revoke.class},
        mixinStandardHelpOptions = true)
final class KeyCommand {

    /** {@code habitus key add NAME} */
    @Command(
            name = "add",
            description = "Makes a key and shows it, this once. It opens the project named with --project, or all.",
            footerHeading = "%nExample:%n",
            footer = "  habitus key add \"press office\" --scopes read,write")
    static final class Add implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "NAME", description = "who will use it")
        private String name;

        @Option(
                names = "--scopes",
                split = ",",
                paramLabel = "SCOPE",
                defaultValue = "read",
                description = "read, write, admin, erase, identify; several with commas (default: read)")
        private List<String> scopes;

        @Option(names = "--all-projects", description = "opens all projects")
        private boolean allProjects;

        @Override
        public Integer call() {
            ObjectNode wish = Json.object().put("name", name);
            var wanted = wish.putArray("scopes");
            scopes.forEach(wanted::add);
            var projects = wish.putArray("projects");
            if (!allProjects) {
                projects.add(connection.project());
            }
            JsonNode key = connection.door().post("/api/v1/keys", wish);
            if (connection.json()) {
                connection.print(key);
            } else {
                connection
                        .out()
                        .printf(
                                "%s%nKeep it: it is not shown again.%n",
                                key.path("key").asString());
            }
            return Main.DONE;
        }
    }

    /** {@code habitus key list} */
    @Command(name = "list", description = "Shows the keys there are, without what opens.")
    static final class ListAll implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Override
        public Integer call() {
            JsonNode answer = connection.door().get("/api/v1/keys");
            if (connection.json()) {
                connection.print(answer);
                return Main.DONE;
            }
            for (JsonNode key : answer.path("keys")) {
                connection
                        .out()
                        .printf(
                                "%-10s %-24s %s%n",
                                key.path("id").asString(),
                                PlainText.line(key.path("name").asString(""), 24),
                                String.join(
                                        ",",
                                        key.path("scopes")
                                                .valueStream()
                                                .map(JsonNode::asString)
                                                .toList()));
            }
            return Main.DONE;
        }
    }

    /** {@code habitus key revoke ID} */
    @Command(name = "revoke", description = "Makes a key useless, at once and for ever.")
    static final class Revoke implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "ID", description = "the short id that key list shows")
        private String id;

        @Override
        public Integer call() {
            connection.door().delete("/api/v1/keys/" + Connection.segment(id));
            if (connection.json()) {
                connection.print(Json.object().put("revoked", id));
            } else {
                connection.out().printf("The key %s opens nothing any more.%n", id);
            }
            return Main.DONE;
        }
    }
}
