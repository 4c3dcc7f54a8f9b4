package io.habitus.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of words.
 *
 * @param head names the columns; the first is to the left, all others to the right
 */
record Table(List<String> head, List<List<String>> rows) {

    Table {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != head.size()) {
                throw new IllegalArgumentException(row.size() + " cells in a table of " + head.size() + " columns");
            }
        }
    }

    /** For a terminal: aligned by spaces. */
    String text() {
        int[] widths = IntStream.range(0, head.size())
                .map(column -> Math.max(
                        head.get(column).length(),
                        rows.stream()
                                .mapToInt(row -> row.get(column).length())
                                .max()
                                .orElse(0)))
                .toArray();
        var all = new ArrayList<List<String>>();
        all.add(head);
        all.addAll(rows);
        return all.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> (column == 0 ? "%-" + widths[0] + "s" : "%" + widths[column] + "s")
                                .formatted(row.get(column)))
                        .collect(Collectors.joining("   ")))
                .map(line -> "  " + line.stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    /** For docs. */
    String markdown() {
        String rule = head.stream().map(_ -> "---|").collect(Collectors.joining("", "|", ""));
        return line(head) + rule + "\n" + rows.stream().map(Table::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
