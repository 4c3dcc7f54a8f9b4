package io.habitus.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of labelled texts: tab-separated with a header and without quoting, or one JSON object a line. */
final class Rows {

    private static final JsonMapper JSON = new JsonMapper();

    private Rows() {}

    /** The values of these columns, row by row. */
    static List<String[]> tsv(Path file, String... columns) {
        var lines = lines(file);
        var names = List.of(lines.getFirst().split("\t", -1));
        var places = new int[columns.length];
        for (int i = 0; i < columns.length; i++) {
            places[i] = names.indexOf(columns[i]);
            if (places[i] < 0) {
                throw new IllegalArgumentException(file + " has no column " + columns[i]);
            }
        }
        var rows = new ArrayList<String[]>();
        for (var line : lines.subList(1, lines.size())) {
            var values = line.split("\t", -1);
            var row = new String[columns.length];
            for (int i = 0; i < columns.length; i++) {
                row[i] = values[places[i]];
            }
            rows.add(row);
        }
        return rows;
    }

    static List<JsonNode> json(Path file) {
        return lines(file).stream().map(JSON::readTree).toList();
    }

    /** Not {@code Files.readAllLines}: a text may hold a line end of another kind. */
    static List<String> lines(Path file) {
        try {
            return List.of(Files.readString(file).stripTrailing().split("\r?\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
