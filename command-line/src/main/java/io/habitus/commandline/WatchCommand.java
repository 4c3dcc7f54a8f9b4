package io.habitus.commandline;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code habitus watch}: what to listen to. */
@Command(
        name = "watch",
        description = "What to listen to: saved queries.",
        synopsisSubcommandLabel = "(add | change | list | remove)",
        subcommands = {
            WatchCommand.Add.class,
            WatchCommand.Change.class,
            WatchCommand.ListAll.class,
            WatchCommand.Remove.class
        },
        mixinStandardHelpOptions = true)
final class WatchCommand {

    /** {@code habitus watch add NAME QUERY} */
    @Command(
            name = "add",
            description = "Listens to what matches a query, from now on and in what was heard before.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  habitus watch add Bahn 'bahn OR @DB_Bahn'",
                "  habitus watch add Verspätung 'bahn AND (verspätet OR verspätung* OR \"zu spät\") -#werbung'"
            })
    static final class Add implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Parameters(index = "0", paramLabel = "NAME", description = "what people call it")
        private String name;

        @Parameters(index = "1", paramLabel = "QUERY", description = "words, \"phrases\", AND OR NOT, #tags, @handles")
        private String query;

        @Override
        public Integer call() {
            ObjectNode body = Json.object().put("name", name).put("query", query);
            JsonNode watch =
                    Watches.asking(query, () -> connection.door().post(connection.inProject("/watches"), body));
            if (connection.json()) {
                connection.print(watch);
            } else {
                connection
                        .out()
                        .printf(
                                "Listening to %s as \"%s\".%n",
                                PlainText.line(watch.path("name").asString(name)),
                                watch.path("id").asString());
            }
            return Main.DONE;
        }
    }

    /** {@code habitus watch change NAME QUERY} */
    @Command(name = "change", description = "Listens to another query from now on, and in what was heard before.")
    static final class Change implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Parameters(index = "0", paramLabel = "NAME", description = "its name or its id")
        private String name;

        @Parameters(index = "1", paramLabel = "QUERY", description = "the new query")
        private String query;

        @Override
        public Integer call() {
            Door door = connection.door();
            JsonNode watch = Watches.named(name, door, connection);
            ObjectNode body =
                    Json.object().put("name", watch.path("name").asString()).put("query", query);
            JsonNode changed = Watches.asking(query, () -> door.put(Watches.path(watch, connection), body));
            if (connection.json()) {
                connection.print(changed);
            } else {
                connection
                        .out()
                        .printf(
                                "%s now listens to: %s%n",
                                PlainText.line(watch.path("name").asString()), query);
            }
            return Main.DONE;
        }
    }

    /** {@code habitus watch list} */
    @Command(name = "list", description = "Shows all watches of the project.")
    static final class ListAll implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Override
        public Integer call() {
            JsonNode answer = connection.door().get(connection.inProject("/watches"));
            if (connection.json()) {
                connection.print(answer);
                return Main.DONE;
            }
            JsonNode watches = answer.path("watches");
            if (watches.isEmpty()) {
                connection.out().println("No watches yet. Add one: habitus watch add NAME QUERY");
            }
            for (JsonNode watch : watches) {
                connection
                        .out()
                        .printf(
                                "%-24s %-28s %s%n",
                                watch.path("id").asString(),
                                PlainText.line(watch.path("name").asString(), 28),
                                PlainText.line(watch.path("query").asString()));
            }
            return Main.DONE;
        }
    }

    /** {@code habitus watch remove NAME} */
    @Command(name = "remove", description = "Stops listening; its mentions are withdrawn.")
    static final class Remove implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "NAME", description = "its name or its id")
        private String name;

        @Override
        public Integer call() {
            Door door = connection.door();
            JsonNode watch = Watches.named(name, door, connection);
            String id = watch.path("id").asString();
            door.delete(Watches.path(watch, connection));
            if (connection.json()) {
                connection.print(Json.object().put("removed", id));
            } else {
                connection
                        .out()
                        .printf(
                                "No longer listening to %s.%n",
                                PlainText.line(watch.path("name").asString()));
            }
            return Main.DONE;
        }
    }
}
