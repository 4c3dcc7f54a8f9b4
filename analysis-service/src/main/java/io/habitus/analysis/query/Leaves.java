package io.habitus.analysis.query;

import io.habitus.contracts.SourceType;
import io.habitus.tagging.Token;
import io.habitus.tagging.Tokens;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes leaves of the tree from pieces of a query, by the same tokens as those of the posts. */
final class Leaves {

    private static final int FEWEST_BEFORE_WILDCARD = 3;

    /** The search index holds the beginnings of words up to this length. */
    private static final int MOST_BEFORE_WILDCARD = 19;

    private static final Set<String> WORDS_LIKE_OPERATORS =
            Set.of("and", "or", "not", "near", "onear", "sentence", "und", "oder", "nicht");
    private static final Map<String, String> FOREIGN_OPERATORS =
            Map.of("&", "AND", "&&", "AND", "+", "AND", "|", "OR", "||", "OR", "!", "NOT");
    /** Have a meaning elsewhere, or will have one here; taken for punctuation they would surprise. */
    private static final String SIGNS_NOT_ALLOWED = "~^\\[]{}<>";

    private static final String DASHES = "‐‑‒–—−";

    private static final Set<String> FIELDS_TO_COME = Set.of(
            "title",
            "text",
            "message",
            "raw",
            "lemma",
            "site",
            "host_url",
            "url",
            "domain_url",
            "link",
            "author",
            "at_mentions",
            "authorgroup",
            "rating",
            "followers",
            "country",
            "region",
            "city",
            "has",
            "is",
            "thread",
            "date",
            "sample",
            "sentiment",
            "confidence",
            "emotion",
            "act",
            "topic",
            "toxicity");
    private static final Set<String> FIELDS_OF_SEARCHES = Set.of(
            "tag",
            "category",
            "status",
            "priority",
            "assignee",
            "role",
            "persona",
            "situation",
            "answered",
            "cohort",
            "engagement",
            "reach",
            "impact",
            "added",
            "parent",
            "parentmessage");

    private static final Pattern LANG = Pattern.compile("[a-z]{2,3}");
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9._-]{1,64}");
    private static final String TYPES =
            Arrays.stream(SourceType.values()).map(NormalForm::name).collect(Collectors.joining(", "));

    /** Takes what is worth a second look. */
    interface Notes {
        void warn(Complaint complaint, String message, int offset, int length);
    }

    /** The fields that are there, each with what it takes. */
    enum Field {
        LANG("a language code, for example de"),
        SOURCE("the name of a source, for example twitter"),
        TYPE("one of " + TYPES);

        private final String expected;

        Field(String expected) {
            this.expected = expected;
        }

        String expected() {
            return expected;
        }
    }

    private final String query;
    private final boolean inWatch;
    private final Notes notes;
    private int leaves;
    private int wildcards;

    Leaves(String query, boolean inWatch, Notes notes) {
        this.query = query;
        this.inWatch = inWatch;
        this.notes = notes;
    }

    Branch phrase(Lexeme phrase) {
        if (phrase.end() < query.length() && query.charAt(phrase.end()) == '~') {
            throw new Refusal(
                    Complaint.LOOSE_PHRASE_NOT_SUPPORTED,
                    "Phrases with words in between are not supported yet.",
                    phrase.end(),
                    1,
                    "AND, OR or the end",
                    null);
        }
        var inside = query.substring(phrase.start() + 1, phrase.end() - 1);
        var tokens = Tokens.of(inside);
        if (tokens.all().isEmpty()) {
            throw new Refusal(
                    Complaint.EMPTY_PHRASE,
                    "There is no word between these quotes.",
                    phrase.start(),
                    phrase.length(),
                    "a word",
                    without(phrase));
        }
        if (!tokens.marks().isEmpty()) {
            notes.warn(
                    Complaint.MARK_IN_PHRASE,
                    "Between quotes, # and @ are punctuation: the word alone is looked for.",
                    phrase.start(),
                    phrase.length());
        }
        count(tokens.all().size(), phrase);
        return Branch.leaf(words(tokens.all()), phrase);
    }

    private static Query words(List<Token> tokens) {
        var words = tokens.stream().map(Token::folded).toList();
        return words.size() == 1 ? new Query.Word(words.getFirst()) : new Query.Phrase(words);
    }

    Branch word(Lexeme word) {
        var typed = query.substring(word.start(), word.end());
        refuseForeignSigns(word, typed);
        if (isWildcard(word, typed)) {
            return Branch.leaf(prefix(word, typed), word);
        }
        var tokens = Tokens.of(typed);
        var leaf = leaf(word, tokens);
        count(tokens.all().size(), word);
        if (WORDS_LIKE_OPERATORS.contains(typed.toLowerCase(Locale.ROOT))) {
            notes.warn(
                    Complaint.OPERATOR_AS_WORD,
                    "This is looked for as a word. Operators are AND, OR and NOT, in capitals.",
                    word.start(),
                    word.length());
        }
        noteIgnoredSigns(word, typed, tokens);
        return Branch.leaf(leaf, word);
    }

    private Query leaf(Lexeme word, Tokens tokens) {
        var all = tokens.all();
        if (all.isEmpty()) {
            throw new Refusal(
                    Complaint.NOTHING_TO_FIND,
                    "There is no letter, digit or emoji in this.",
                    word.start(),
                    word.length(),
                    "a word, #tag, @handle or emoji",
                    without(word));
        }
        if (all.size() == 1) {
            var token = all.getFirst();
            return token.mark() == null ? new Query.Word(token.folded()) : new Query.Mark(token.mark());
        }
        if (!tokens.marks().isEmpty()) {
            throw new Refusal(
                    Complaint.TAG_OF_SEVERAL_WORDS,
                    "A tag or handle is one word.",
                    word.start(),
                    word.length(),
                    null,
                    with(word, all.stream().map(tokens::raw).collect(Collectors.joining(" AND "))));
        }
        notes.warn(
                Complaint.WORD_BECAME_PHRASE,
                "These are several words; they must stand side by side.",
                word.start(),
                word.length());
        return words(all);
    }

    private void refuseForeignSigns(Lexeme word, String typed) {
        var operator = FOREIGN_OPERATORS.get(typed);
        boolean exclamation = typed.length() > 1 && typed.charAt(0) == '!';
        if (operator != null || exclamation) {
            throw new Refusal(
                    Complaint.FOREIGN_OPERATOR,
                    "Operators are AND, OR and NOT.",
                    word.start(),
                    exclamation ? 1 : word.length(),
                    exclamation ? "NOT" : operator,
                    with(word, exclamation ? "NOT " + typed.substring(1) : operator));
        }
        if (DASHES.indexOf(typed.charAt(0)) >= 0) {
            throw new Refusal(
                    Complaint.TYPOGRAPHIC_MINUS,
                    "Words are excluded by NOT or by a plain minus.",
                    word.start(),
                    1,
                    "-",
                    with(word, "-" + typed.substring(1)));
        }
        for (int i = 0; i < typed.length(); i++) {
            if (SIGNS_NOT_ALLOWED.indexOf(typed.charAt(i)) >= 0) {
                throw new Refusal(
                        Complaint.SIGN_NOT_ALLOWED,
                        "\"%s\" cannot stand outside of quotes.".formatted(typed.charAt(i)),
                        word.start() + i,
                        1,
                        null,
                        with(word, "\"" + typed + "\""));
            }
        }
    }

    /** Whether the word ends in {@code *}; one that stands elsewhere, or a {@code ?}, is refused. */
    private boolean isWildcard(Lexeme word, String typed) {
        int single = typed.indexOf('?');
        if (single >= 0) {
            throw new Refusal(
                    Complaint.SINGLE_WILDCARD_NOT_SUPPORTED,
                    "\"?\" for one letter is not supported yet.",
                    word.start() + single,
                    1,
                    null,
                    with(word, "\"" + typed + "\""));
        }
        int star = firstWildcard(typed);
        if (star >= 0 && star < typed.length() - 1) {
            throw new Refusal(
                    Complaint.WILDCARD_NOT_AT_END,
                    "\"*\" stands at the end of a word only.",
                    word.start() + star,
                    1,
                    null,
                    null);
        }
        return star >= 0;
    }

    private static int firstWildcard(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            boolean keycap =
                    i + 1 < typed.length() && (typed.charAt(i + 1) == '\uFE0F' || typed.charAt(i + 1) == '\u20E3');
            if (typed.charAt(i) == '*' && !keycap) {
                return i;
            }
        }
        return -1;
    }

    private Query prefix(Lexeme word, String typed) {
        var start = typed.substring(0, typed.length() - 1);
        var tokens = Tokens.of(start);
        long letters = Normalizer.normalize(start, Normalizer.Form.NFC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .count();
        if (letters < FEWEST_BEFORE_WILDCARD || tokens.all().isEmpty()) {
            throw wildcard(
                    word,
                    Complaint.WILDCARD_TOO_EARLY,
                    "At least %d letters stand before \"*\".".formatted(FEWEST_BEFORE_WILDCARD));
        }
        if (tokens.all().size() > 1) {
            throw wildcard(
                    word,
                    Complaint.WILDCARD_ON_SEVERAL_WORDS,
                    "These are several words; \"*\" belongs to a single one.");
        }
        var token = tokens.all().getFirst();
        if (token.mark() != null) {
            throw wildcard(word, Complaint.WILDCARD_NOT_HERE, "\"*\" belongs to words, not to tags and handles.");
        }
        int length = token.folded().length();
        if (length < FEWEST_BEFORE_WILDCARD || length > MOST_BEFORE_WILDCARD) {
            throw wildcard(
                    word,
                    Complaint.WILDCARD_TOO_LATE,
                    "At most %d letters stand before \"*\", with ä, ö, ü and ß counted as two."
                            .formatted(MOST_BEFORE_WILDCARD));
        }
        wildcards++;
        if (wildcards > QueryParser.MOST_WILDCARDS) {
            throw wildcard(
                    word,
                    Complaint.TOO_MANY_WILDCARDS,
                    "A query has at most %d words with \"*\".".formatted(QueryParser.MOST_WILDCARDS));
        }
        count(1, word);
        noteIgnoredSigns(word, start, tokens);
        return new Query.Prefix(token.folded());
    }

    private static Refusal wildcard(Lexeme word, Complaint complaint, String message) {
        return new Refusal(complaint, message, word.start(), word.length(), null, null);
    }

    /** Says so where signs stand around or between the words; inside of a phrase nobody expects them to count. */
    private void noteIgnoredSigns(Lexeme word, String typed, Tokens tokens) {
        var all = tokens.all();
        boolean before = all.getFirst().start() > 0;
        boolean behind = all.getLast().end() < typed.length();
        if (before || behind) {
            notes.warn(
                    Complaint.SIGNS_IGNORED,
                    "Punctuation is not looked for.",
                    before ? word.start() : word.start() + all.getLast().end(),
                    before
                            ? all.getFirst().start()
                            : typed.length() - all.getLast().end());
        }
    }

    /** The field a name and its colon stand for. */
    Field field(Lexeme typed) {
        var name = query.substring(typed.start(), typed.end() - 1);
        return switch (name) {
            case "lang", "language" -> Field.LANG;
            case "source" -> Field.SOURCE;
            case "type", "sourcetype" -> Field.TYPE;
            default -> throw noField(typed, name);
        };
    }

    private Refusal noField(Lexeme typed, String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (FIELDS_OF_SEARCHES.contains(lower) && inWatch) {
            return new Refusal(
                    Complaint.SEARCH_ONLY_FIELD,
                    "\"%s\" depends on people and on later posts, so a watch cannot hear it. Save it as a search."
                            .formatted(name),
                    typed.start(),
                    typed.length(),
                    null,
                    null);
        }
        if (FIELDS_TO_COME.contains(lower) || FIELDS_OF_SEARCHES.contains(lower)) {
            return new Refusal(
                    Complaint.FIELD_NOT_SUPPORTED,
                    "The field \"%s\" is not supported yet.".formatted(name),
                    typed.start(),
                    typed.length(),
                    "lang:, source: or type:",
                    null);
        }
        int blank = typed.start();
        while (blank < query.length() && !Character.isWhitespace(query.charAt(blank)) && query.charAt(blank) != ')') {
            blank++;
        }
        var quoted = query.substring(0, typed.start())
                + '"'
                + query.substring(typed.start(), blank)
                + '"'
                + query.substring(blank);
        if (!name.chars().allMatch(Character::isLetter) || name.isEmpty() || query.startsWith("//", typed.end())) {
            return new Refusal(
                    Complaint.COLON_NOT_QUOTED,
                    "What holds a colon stands between quotes.",
                    typed.end() - 1,
                    1,
                    "\"…\"",
                    quoted);
        }
        return new Refusal(
                Complaint.UNKNOWN_FIELD,
                "There is no field \"%s\".".formatted(name),
                typed.start(),
                typed.length(),
                "lang:, source: or type:",
                quoted);
    }

    /** What a field must be. */
    Branch value(Field field, Lexeme typed) {
        boolean quoted = typed.is(Lexeme.Kind.PHRASE);
        var value = quoted
                ? query.substring(typed.start() + 1, typed.end() - 1)
                : query.substring(typed.start(), typed.end());
        count(1, typed);
        if (!quoted && (value.indexOf('*') >= 0 || value.indexOf('?') >= 0)) {
            throw wildcard(typed, Complaint.WILDCARD_NOT_HERE, "\"*\" and \"?\" belong to words, not to fields.");
        }
        var lower = value.toLowerCase(Locale.ROOT);
        var leaf =
                switch (field) {
                    case LANG -> LANG.matcher(lower).matches() ? new Query.Lang(lower) : null;
                    case SOURCE -> SOURCE.matcher(lower).matches() ? new Query.Source(lower) : null;
                    case TYPE -> type(lower);
                };
        if (leaf == null) {
            throw new Refusal(
                    Complaint.UNKNOWN_VALUE,
                    "\"%s\" cannot be the value of this field.".formatted(value),
                    typed.start(),
                    typed.length(),
                    field.expected(),
                    null);
        }
        return Branch.leaf(leaf, typed);
    }

    private static Query.Type type(String lower) {
        for (var type : SourceType.values()) {
            if (NormalForm.name(type).equals(lower)) {
                return new Query.Type(type);
            }
        }
        return null;
    }

    private void count(int more, Lexeme typed) {
        leaves += more;
        if (leaves > QueryParser.MOST_LEAVES) {
            throw new Refusal(
                    Complaint.TOO_MANY_LEAVES,
                    "A query has at most %,d words, the words of phrases included.".formatted(QueryParser.MOST_LEAVES),
                    typed.start(),
                    typed.length(),
                    null,
                    null);
        }
    }

    private String with(Lexeme typed, String instead) {
        return query.substring(0, typed.start()) + instead + query.substring(typed.end());
    }

    private String without(Lexeme typed) {
        return (query.substring(0, typed.start()).stripTrailing()
                        + " "
                        + query.substring(typed.end()).stripLeading())
                .strip();
    }
}
