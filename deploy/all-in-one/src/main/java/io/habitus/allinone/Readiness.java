package io.habitus.allinone;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;

/** How a part tells that it can do its work. */
sealed interface Readiness {

    /** It says so once, in a line of its output. */
    record Says(String words) implements Readiness {}

    /** It answers all of these with 200 as long as it is able. */
    record Answers(List<URI> questions) implements Readiness {

        private static final int CONNECT_MILLIS = 1_000;
        private static final int READ_MILLIS = 5_000;

        public Answers {
            questions = List.copyOf(questions);
        }

        boolean now() {
            return questions.stream().allMatch(Answers::isOk);
        }

        private static boolean isOk(URI question) {
            HttpURLConnection connection = null;
            try {
                connection = (HttpURLConnection) question.toURL().openConnection();
                connection.setConnectTimeout(CONNECT_MILLIS);
                connection.setReadTimeout(READ_MILLIS);
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } catch (IOException _) {
                // Not there, or too busy: not able, which is the answer.
                return false;
            } finally {
                if (connection != null) {
                    connection.disconnect();
                }
            }
        }
    }
}
