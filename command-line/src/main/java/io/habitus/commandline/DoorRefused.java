package io.habitus.commandline;

import tools.jackson.databind.JsonNode;

/** The door understood the request and refused it; asking again will not help. */
final class DoorRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient JsonNode problem;
    private final String query;

    /** @param problem the RFC 9457 body, or an empty object */
    DoorRefused(int status, JsonNode problem) {
        this(status, problem, null);
    }

    private DoorRefused(int status, JsonNode problem, String query) {
        super(sentence(status, problem));
        this.status = status;
        this.problem = problem;
        this.query = query;
    }

    /** The same, knowing the query that a position in the problem refers to. */
    DoorRefused of(String refusedQuery) {
        return new DoorRefused(status, problem, refusedQuery);
    }

    /** The query it was about, or null. */
    String query() {
        return query;
    }

    int status() {
        return status;
    }

    JsonNode problem() {
        return problem;
    }

    private static String sentence(int status, JsonNode problem) {
        String said = problem.path("detail").asString(problem.path("title").asString(""));
        String hint =
                switch (status) {
                    case 401 -> "The key was not accepted; give the one in DIR/admin.key with --key or HABITUS_KEY.";
                    case 403 -> "The key may not do this.";
                    case 404 -> "There is no such thing.";
                    default -> "The request was refused with status " + status + ".";
                };
        if (said.isBlank()) {
            return hint;
        }
        return status == 401 ? hint + " (" + said + ")" : said;
    }
}
