package io.habitus.commandline;

import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code habitus erase}: forgets a person or a post, for ever. */
@Command(
        name = "erase",
        description = {
            "Erases an author: everything they wrote goes, and what of theirs still comes ends at the door.",
            "Or erases one post of the project. Neither can be taken back."
        })
final class EraseCommand implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Option(names = "--source", paramLabel = "NAME", required = true, description = "the source that knows them")
    private String source;

    /** Whom or what. */
    static final class Whom {
        @Option(names = "--author", paramLabel = "ID", description = "the author's id at the source")
        private String author;

        @Option(names = "--post", paramLabel = "ID", description = "the post's id at the source")
        private String post;
    }

    @ArgGroup(multiplicity = "1")
    private Whom whom;

    @Option(names = "--yes", required = true, description = "needed, because this cannot be taken back")
    private boolean yes;

    @Override
    public Integer call() {
        JsonNode answer = whom.author != null ? author() : post();
        if (connection.json()) {
            connection.print(answer);
        } else {
            connection.out().println("Erased. It takes effect everywhere within seconds.");
        }
        return Main.DONE;
    }

    private JsonNode author() {
        return connection
                .door()
                .post(
                        "/api/v1/privacy/erasures",
                        Json.object().put("source", source).put("authorId", whom.author));
    }

    private JsonNode post() {
        return connection
                .door()
                .delete(connection.inProject(
                        "/documents?source=" + Connection.segment(source) + "&id=" + Connection.segment(whom.post)));
    }
}
