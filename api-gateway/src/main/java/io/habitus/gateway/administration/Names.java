package io.habitus.gateway.administration;

import io.habitus.gateway.answers.Problem.FieldError;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names that people give, and the ids made from them. */
final class Names {

    private static final int LONGEST = 100;
    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    static Optional<FieldError> errorOf(String field, String name) {
        if (name == null || name.isBlank()) {
            return Optional.of(new FieldError(field, "is missing"));
        }
        if (name.strip().length() > LONGEST) {
            return Optional.of(new FieldError(field, "has more than " + LONGEST + " characters"));
        }
        return name.codePoints().anyMatch(Character::isISOControl)
                ? Optional.of(new FieldError(field, "has control characters in it"))
                : Optional.empty();
    }

    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /** An id like the name: lower case, letters of the German alphabet written out; empty if nothing is left. */
    static String idFrom(String name) {
        var plain = name.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        var id = Normalizer.normalize(plain, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return id.length() <= 64 ? id : id.substring(0, 64).replaceAll("-$", "");
    }

    private Names() {}
}
