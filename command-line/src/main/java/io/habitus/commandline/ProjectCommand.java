package io.habitus.commandline;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code habitus project}: silos, each with its own watches and posts. */
@Command(
        name = "project",
        description = "Projects: each with its own watches and posts, unseen by the others.",
        synopsisSubcommandLabel = "(add | list | remove)",
        subcommands = {ProjectCommand.Add.class, ProjectCommand.ListAll.class, ProjectCommand.Remove.class},
        mixinStandardHelpOptions = true)
final class ProjectCommand {

    /** {@code habitus project add ID NAME} */
    @Command(name = "add", description = "Makes a project; other commands choose it with --project.")
    static final class Add implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Parameters(index = "0", paramLabel = "ID", description = "lower-case letters, digits and hyphens")
        private String id;

        @Parameters(index = "1", paramLabel = "NAME", description = "what people call it")
        private String name;

        @Override
        public Integer call() {
            JsonNode project = connection
                    .door()
                    .post("/api/v1/projects", Json.object().put("id", id).put("name", name));
            if (connection.json()) {
                connection.print(project);
            } else {
                connection
                        .out()
                        .printf("Project %s is there.%n", project.path("id").asString(id));
            }
            return Main.DONE;
        }
    }

    /** {@code habitus project list} */
    @Command(name = "list", description = "Shows the projects this key may see.")
    static final class ListAll implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Override
        public Integer call() {
            JsonNode answer = connection.door().get("/api/v1/projects");
            if (connection.json()) {
                connection.print(answer);
                return Main.DONE;
            }
            for (JsonNode project : answer.path("projects")) {
                connection
                        .out()
                        .printf(
                                "%-24s %s%n",
                                project.path("id").asString(),
                                PlainText.line(project.path("name").asString("")));
            }
            return Main.DONE;
        }
    }

    /** {@code habitus project remove ID} */
    @Command(name = "remove", description = "Removes a project that has no watches any more.")
    static final class Remove implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "ID", description = "its id")
        private String id;

        @Override
        public Integer call() {
            connection.door().delete("/api/v1/projects/" + Connection.segment(id));
            if (connection.json()) {
                connection.print(Json.object().put("removed", id));
            } else {
                connection.out().printf("Project %s is gone.%n", id);
            }
            return Main.DONE;
        }
    }
}
