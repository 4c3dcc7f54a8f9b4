package io.habitus.analysis.agreement;

import static io.habitus.analysis.agreement.Piece.emoji;
import static io.habitus.analysis.agreement.Piece.marked;
import static io.habitus.analysis.agreement.Piece.quoted;
import static io.habitus.analysis.agreement.Piece.word;

import io.habitus.contracts.SourceType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Invents posts, and queries from their words. The same seed, the same inventions. */
final class Inventor {

    /** The frequent ones first. */
    private static final List<Piece> PIECES = List.of(
            word("Bahn", "bahn"),
            word("die", "die"),
            word("spät", "spaet"),
            word("Zug", "zug"),
            marked("#Bahn", "bahn", "#bahn"),
            emoji("😡", "😡"),
            word("Züge", "zuege"),
            word("nicht", "nicht"),
            word("S-Bahn", "s", "bahn"),
            marked("@DB_Bahn", "db_bahn", "@db_bahn"),
            word("Straßenbahn", "strassenbahn"),
            quoted("https://www.bahn.de/Pfad?x=1#Stelle", "www.bahn.de"),
            emoji("👍", "👍"),
            word("und", "und"),
            word("Verspätung", "verspaetung"),
            word("über", "ueber"),
            word("Müller", "mueller"),
            word("Mueller", "mueller"),
            emoji("👍🏽", "👍"),
            word("Bahnhof", "bahnhof"),
            word("Bahn-Streik", "bahn", "streik"),
            marked("#Züge", "zuege", "#zuege"),
            word("Service", "service"),
            word("3,50", "3,50"),
            word("2024", "2024"),
            word("geht's", "geht's"),
            word("bahn.de", "bahn.de"),
            word("z.B", "z.b"),
            word("Bahn_Card", "bahn_card"),
            marked("#Bahn_Card", "bahn_card", "#bahn_card"),
            quoted("Kund:innen", "kund:innen"),
            quoted("HTTP://T.co/aBc", "t.co"),
            new Piece("info@bahn.de", List.of("info", "bahn.de"), List.of("", "@bahn.de"), false, false),
            new Piece("Streik#Bahn", List.of("streik", "bahn"), List.of("", "#bahn"), false, false),
            word("und/oder", "und", "oder"),
            emoji("❤️", "❤"),
            emoji("❤", "❤"),
            emoji("👨‍👩‍👧", "👨‍👩‍👧"),
            emoji("🤷🏽‍♀️", "🤷‍♀"),
            emoji("🤷", "🤷"),
            emoji("🇩🇪", "🇩🇪"),
            word("1️⃣", "1⃣"),
            word("שלום", "שלום"),
            word("\u200Fمرحبا", "مرحبا"),
            word("新幹線", "新", "幹", "線"),
            word("カタカナ", "カタカナ"),
            word("Donaudampfschifffahrtsgesellschaft", "donaudampfschifffahrtsgesellschaft"),
            word("x".repeat(250), "x".repeat(200)));

    private static final List<String> BLANKS =
            List.of(" ", " ", " ", " ", " ", " ", "\u00A0", "\u2028", "\u3000", "\u202F", "\n", "\t\t", "\u2003");
    private static final List<String> PUNCTUATION =
            List.of(", ", ". ", " – ", "! ", " (", ") ", "… ", " & ", "?! ", " / ", "; ");

    private static final List<String> LANGS = List.of("de", "en", "tr");
    private static final List<String> SOURCES = List.of("twitter", "forum", "app-store");

    private final Random random;

    Inventor(long seed) {
        random = new Random(seed);
    }

    /** A post, and what it is made of: the values that hold anything. */
    record Draft(Said post, List<List<Piece>> values) {}

    // Posts.

    Draft post() {
        var title = chance(0.3) ? pieces(random.nextInt(6)) : null;
        int length = chance(0.01) ? 2_000 + random.nextInt(2_000) : random.nextInt(24);
        var text = pieces(length);
        var values = new ArrayList<List<Piece>>();
        if (title != null && !title.isEmpty()) {
            values.add(title);
        }
        if (!text.isEmpty()) {
            values.add(text);
        }
        var said = new Said(
                title == null ? null : written(title),
                written(text),
                values.stream().map(Inventor::value).toList(),
                chance(0.2) ? null : any(LANGS),
                any(SOURCES),
                any(List.of(SourceType.values())));
        return new Draft(said, values);
    }

    private static Said.Value value(List<Piece> pieces) {
        return new Said.Value(
                pieces.stream().flatMap(piece -> piece.tokens().stream()).toList(),
                pieces.stream().flatMap(piece -> piece.marks().stream()).toList());
    }

    private List<Piece> pieces(int count) {
        return IntStream.range(0, count).mapToObj(_ -> varied(piece())).toList();
    }

    private Piece piece() {
        double r = random.nextDouble();
        return PIECES.get((int) (PIECES.size() * r * r * r));
    }

    private String written(List<Piece> pieces) {
        var written = new StringBuilder(any(List.of("", "", "(", "… ", "\u00A0")));
        for (int i = 0; i < pieces.size(); i++) {
            if (i > 0) {
                written.append(between(pieces.get(i - 1), pieces.get(i)));
            }
            written.append(pieces.get(i).written());
        }
        return written.append(any(List.of("", "", "!", " \u2028", "…"))).toString();
    }

    private String between(Piece before, Piece after) {
        boolean mayTouch = (before.glues() || after.glues()) && before.bare() && after.bare();
        if (mayTouch && chance(0.4)) {
            return "";
        }
        return any(chance(0.8) || !before.bare() ? BLANKS : PUNCTUATION);
    }

    /** The same piece as somebody else may write it. */
    private Piece varied(Piece piece) {
        var written = piece.written();
        if (piece.glues() || written.contains("://")) {
            return piece;
        }
        return switch (random.nextInt(8)) {
            case 0 -> piece.as(written.toUpperCase(Locale.ROOT));
            case 1 -> piece.as(written.toLowerCase(Locale.ROOT));
            case 2 -> piece.as(Normalizer.normalize(written, Normalizer.Form.NFD));
            case 3 -> piece.as(withSoftHyphen(written));
            default -> piece;
        };
    }

    private static String withSoftHyphen(String written) {
        int middle = written.length() / 2;
        boolean insideWord = middle > 0
                && Character.isLetter(written.charAt(middle - 1))
                && Character.isLetter(written.charAt(middle));
        return insideWord ? written.substring(0, middle) + '\u00AD' + written.substring(middle) : written;
    }

    // Queries.

    private enum Binding {
        OR,
        AND,
        ATOM
    }

    private record Part(String typed, Asked meaning, Binding binding) {}

    /** A query that every watch accepts, made of words of this post and of others. */
    Question about(Draft post) {
        var part = part(post, 3);
        if (!anchored(part.meaning, true)) {
            part = all(List.of(atom(ofTheText(post)), atom(part)));
        }
        return new Question(any(List.of("", " ", "<<< sagt \"wer\" >>>")) + part.typed, part.meaning);
    }

    private Part part(Draft post, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(10);
        if (kind < 4) {
            return leaf(post);
        }
        var parts = IntStream.range(0, 2 + random.nextInt(2))
                .mapToObj(_ -> part(post, depth - 1))
                .toList();
        return kind < 7 ? all(parts.stream().map(this::maybeNot).toList()) : alternatives(parts);
    }

    private Part maybeNot(Part part) {
        if (!chance(0.25)) {
            return atLeast(Binding.AND, part);
        }
        var inner = atom(part);
        return new Part((chance(0.5) ? "-" : "NOT ") + inner.typed, new Asked.No(inner.meaning), Binding.ATOM);
    }

    private Part all(List<Part> parts) {
        var typed = new StringBuilder(atLeast(Binding.AND, parts.getFirst()).typed);
        for (var part : parts.subList(1, parts.size())) {
            typed.append(any(List.of(" AND ", " ", "\u00A0", " \u2028 AND\n"))).append(part.typed);
        }
        return new Part(typed.toString(), new Asked.All(meanings(parts)), Binding.AND);
    }

    private Part alternatives(List<Part> parts) {
        var typed = parts.stream().map(Part::typed).collect(Collectors.joining(" OR "));
        return new Part(typed, new Asked.Any(meanings(parts)), Binding.OR);
    }

    private static List<Asked> meanings(List<Part> parts) {
        return parts.stream().map(Part::meaning).toList();
    }

    private Part atom(Part part) {
        return atLeast(Binding.ATOM, part);
    }

    private Part atLeast(Binding binding, Part part) {
        if (part.binding.compareTo(binding) >= 0 && !chance(0.1)) {
            return part;
        }
        return new Part("(" + part.typed + ")", part.meaning, Binding.ATOM);
    }

    private Part leaf(Draft post) {
        return chance(0.8) ? ofTheText(post) : field();
    }

    private Part field() {
        List<Supplier<Part>> fields = List.of(
                () -> {
                    var lang = any(LANGS);
                    return leaf(any(List.of("lang:", "language:")) + lang, new Asked.Lang(lang));
                },
                () -> {
                    var source = any(SOURCES);
                    return leaf("source:" + source, new Asked.Source(source));
                },
                () -> {
                    var type = any(List.of(SourceType.values()));
                    return leaf("type:" + type.name().toLowerCase(Locale.ROOT), new Asked.Type(type));
                },
                () -> leaf("lang:(de OR EN)", new Asked.Any(List.of(new Asked.Lang("de"), new Asked.Lang("en")))));
        return any(fields).get();
    }

    private static Part leaf(String typed, Asked meaning) {
        return new Part(typed, meaning, Binding.ATOM);
    }

    private Part ofTheText(Draft post) {
        var value = post.values().isEmpty() || chance(0.2) ? pieces(5) : any(post.values());
        return switch (random.nextInt(6)) {
            case 0 -> phrase(value);
            case 1 -> beginning(any(value));
            default -> single(varied(any(value)));
        };
    }

    private Part single(Piece piece) {
        if (piece.isMarked()) {
            return leaf(piece.written(), new Asked.Mark(piece.marks().getFirst()));
        }
        boolean quotes = !piece.bare() || chance(0.1);
        return leaf(quotes ? '"' + piece.written() + '"' : piece.written(), new Asked.Words(piece.tokens()));
    }

    private Part phrase(List<Piece> value) {
        int start = random.nextInt(value.size());
        int end = Math.min(value.size(), start + 1 + random.nextInt(4));
        var pieces = value.subList(start, end);
        return leaf('"' + written(pieces) + '"', new Asked.Words(value(pieces).tokens()));
    }

    private Part beginning(Piece piece) {
        var written = Normalizer.normalize(piece.written(), Normalizer.Form.NFC).replace("\u00AD", "");
        if (!written.matches("[\\p{IsLatin}]{3,19}")) {
            return single(piece);
        }
        var typed = written.substring(0, 3 + random.nextInt(written.length() - 2));
        var letters = typed.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return letters.length() > 19 ? single(piece) : leaf(typed + "*", new Asked.Beginning(letters));
    }

    /** Whether each alternative needs some word: others no watch accepts. */
    private static boolean anchored(Asked asked, boolean wanted) {
        return switch (asked) {
            case Asked.Words _, Asked.Beginning _, Asked.Mark _ -> wanted;
            case Asked.Lang _, Asked.Source _, Asked.Type _ -> false;
            case Asked.No(var part) -> anchored(part, !wanted);
            case Asked.All(var parts) when wanted -> parts.stream().anyMatch(part -> anchored(part, true));
            case Asked.All(var parts) -> parts.stream().allMatch(part -> anchored(part, false));
            case Asked.Any(var parts) when wanted -> parts.stream().allMatch(part -> anchored(part, true));
            case Asked.Any(var parts) -> parts.stream().anyMatch(part -> anchored(part, false));
        };
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
