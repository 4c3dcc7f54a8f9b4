package io.habitus.commandline;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code habitus erase}: forgets a person, for ever. */
@Command(
        name = "erase",
        description = {
            "Erases an author: everything they wrote goes, and what of theirs still comes ends at the door.",
            "This cannot be taken back."
        })
final class EraseCommand implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Option(names = "--source", paramLabel = "NAME", required = true, description = "the source that knows the author")
    private String source;

    @Option(names = "--author", paramLabel = "ID", required = true, description = "the author's id at the source")
    private String author;

    @Option(names = "--yes", required = true, description = "needed, because this cannot be taken back")
    private boolean yes;

    @Override
    public Integer call() {
        JsonNode answer = connection
                .door()
                .post(
                        "/api/v1/privacy/erasures",
                        Json.object().put("source", source).put("authorId", author));
        if (connection.json()) {
            connection.print(answer);
        } else {
            connection.out().println("Erased. It takes effect everywhere within seconds.");
        }
        return Main.DONE;
    }
}
