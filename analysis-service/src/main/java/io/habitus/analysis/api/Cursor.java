package io.habitus.analysis.api;

import io.habitus.analysis.index.MentionSearch.Order;
import io.habitus.analysis.index.MentionSearch.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the next page begins, as a word for the client to hand back. */
final class Cursor {

    private static final Pattern FORM = Pattern.compile("(asc|desc):(-?\\d{1,15}):([0-9a-zA-Z_-]{1,64})");

    private Cursor() {}

    static String of(Order order, Position last) {
        var plain = nameOf(order) + ":" + last.at().toEpochMilli() + ":" + last.postId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if it is none of ours, or of a list in the other order. */
    static Optional<Position> read(Order order, String cursor) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var form = FORM.matcher(plain);
            if (!form.matches() || !form.group(1).equals(nameOf(order))) {
                return Optional.empty();
            }
            return Optional.of(new Position(Instant.ofEpochMilli(Long.parseLong(form.group(2))), form.group(3)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    static String nameOf(Order order) {
        return switch (order) {
            case OLDEST_FIRST -> "asc";
            case NEWEST_FIRST -> "desc";
        };
    }
}
