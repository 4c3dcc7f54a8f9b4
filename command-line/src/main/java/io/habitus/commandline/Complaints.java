package io.habitus.commandline;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says in one sentence why something could not be done; a stack trace only for what is our own mistake. */
final class Complaints implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        boolean json = command.getCommandSpec().findOption("--json") instanceof CommandLine.Model.OptionSpec option
                && Boolean.TRUE.equals(option.getValue());
        switch (failure) {
            case DoorRefused refused -> {
                say(command, refused.getMessage());
                pointAtQuery(command.getErr(), refused.query(), refused.problem());
            }
            case DoorAway away -> say(command, away.getMessage());
            case CannotDo cannot -> say(command, cannot.getMessage());
            default -> {
                say(command, "this should not happen: " + failure);
                failure.printStackTrace(command.getErr());
            }
        }
        if (json) {
            command.getOut().println(asJson(failure));
        }
        return Main.FAILED;
    }

    private static void say(CommandLine command, String sentence) {
        command.getErr().println("habitus: " + PlainText.line(sentence));
    }

    private static void pointAtQuery(PrintWriter err, String query, JsonNode problem) {
        JsonNode position = problem.path("position");
        if (query == null || !position.has("offset")) {
            return;
        }
        int offset = Math.clamp(position.get("offset").asInt(), 0, query.length());
        int length = Math.clamp(position.path("length").asInt(1), 1, 80);
        err.println("  " + PlainText.line(query));
        err.println("  " + " ".repeat(query.codePointCount(0, offset)) + "^".repeat(length));
        if (problem.hasNonNull("expected")) {
            err.println("  expected: " + PlainText.line(words(problem.get("expected"))));
        }
        if (problem.hasNonNull("suggestion")) {
            err.println("  perhaps: " + PlainText.line(words(problem.get("suggestion"))));
        }
    }

    private static String words(JsonNode node) {
        if (!node.isArray()) {
            return node.asString();
        }
        return node.valueStream()
                .map(JsonNode::asString)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static String asJson(Exception failure) {
        ObjectNode error = Json.object();
        if (failure instanceof DoorRefused refused) {
            error.put("status", refused.status());
            error.set("problem", refused.problem());
        }
        error.put("message", String.valueOf(failure.getMessage()));
        return Json.pretty(Json.object().set("error", error));
    }
}
