package io.habitus.allinone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What {@code habitus up} says: one line per event, for people or, as one JSON object each, for scripts. */
sealed interface Screen {

    /** Something happened now, to this part. */
    void event(String part, String what);

    /** A sentence about all of Habitus. */
    void line(String sentence);

    /**
     * It can be used.
     *
     * @param newKey the admin key, if this start made it
     */
    void ready(String url, Path keyFile, Optional<String> newKey);

    /** For people. */
    record Terminal(PrintStream out) implements Screen {

        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

        @Override
        public void event(String part, String what) {
            out.printf("%s  %-17s %s%n", LocalTime.now().format(TIME), part, what);
        }

        @Override
        public void line(String sentence) {
            out.println(sentence);
        }

        @Override
        public void ready(String url, Path keyFile, Optional<String> newKey) {
            out.println();
            out.println("Habitus is ready:  " + url);
            out.println(newKey.map(key -> "Your admin key:    " + key + "   (kept in " + keyFile + ")")
                    .orElse("Your admin key is in " + keyFile));
            out.println("Ctrl-C stops it.");
            out.println();
        }
    }

    /**
     * For scripts. Every object has {@code at} (UTC) and {@code what}; one about a part has {@code part}; the one that
     * says that Habitus can be used has {@code url} and {@code adminKeyFile}. The key itself is only in its file: output
     * of scripts is kept in logs.
     */
    record Lines(PrintStream out) implements Screen {

        @Override
        public void event(String part, String what) {
            print(Map.of("part", part, "what", what));
        }

        @Override
        public void line(String sentence) {
            print(Map.of("what", sentence));
        }

        @Override
        public void ready(String url, Path keyFile, Optional<String> newKey) {
            print(Map.of("what", "ready", "url", url, "adminKeyFile", keyFile.toString()));
        }

        private void print(Map<String, String> said) {
            var line = new LinkedHashMap<String, String>();
            line.put("at", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
            line.putAll(said);
            out.println(JsonMapper.shared().writeValueAsString(line));
        }
    }
}
