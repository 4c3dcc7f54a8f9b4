package io.habitus.ingest.lines;

import io.habitus.contracts.Engagement;
import io.habitus.contracts.Place;
import io.habitus.contracts.PostEvent;
import io.habitus.contracts.Rating;
import io.habitus.contracts.SourceType;
import io.habitus.ingest.lines.Reading.KeptOut;
import io.habitus.ingest.lines.Reading.Readable;
import io.habitus.ingest.lines.Reading.Unreadable;
import io.habitus.ingest.privacy.OriginSeal;
import io.habitus.ingest.privacy.Pseudonyms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;

/**
 * Gives what a line says the one shape that all posts have. Here native ids, handles and names become pseudonyms and a
 * sealed origin; nothing behind it sees them. For one thread.
 */
final class PostShape {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofHours(24);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final String IN_WORDS = "in ISO 8601 with a time zone, for example 2026-11-22T14:05:00Z";

    private final String project;
    private final Pseudonyms names;
    private final OriginSeal seal;
    private final InstantSource clock;

    /** @param project that the posts belong to, and the only one that hears them */
    PostShape(String project, Pseudonyms names, OriginSeal seal, InstantSource clock) {
        this.project = project;
        this.names = names;
        this.seal = seal;
        this.clock = clock;
    }

    /** What a line with {@code "operation":"delete"} says. */
    Reading deletion(String source, String nativeId) {
        String postId = names.post(project, source, nativeId);
        return new Readable(source, postId, null, new PostEvent.Retracted(postId, source), false, 0, KeptOut.NOTHING);
    }

    /** What a line with {@code "operation":"measure"} says. */
    Reading measured(LineFields line, String source) {
        if (line.countObjection != null) {
            return new Unreadable(source, line.countObjection);
        }
        Engagement engagement = engagement(line);
        if (engagement == null) {
            return new Unreadable(source, "likes, replies, reposts and views are all missing");
        }
        String postId = names.post(project, source, line.id);
        var measured = new PostEvent.Measured(postId, source, engagement, now());
        return new Readable(source, postId, null, measured, false, 0, line.keptOut());
    }

    /** What a line says that brings a post, or an edit of one. */
    Reading published(LineFields line, String source, boolean edit, long digest) {
        Instant now = now();
        Instant stated = line.statedTime();
        Rating rating = rating(line);
        String objection = objection(line, stated, rating, now);
        if (objection != null) {
            return new Unreadable(source, objection);
        }
        String postId = names.post(project, source, line.id);
        WebAddress address = address(line);
        String handle = AuthorId.handle(line.authorHandle);
        String author = author(line, source);
        var published = new PostEvent.Published(
                postId,
                project,
                source,
                type(line),
                line.revision == null ? 0 : line.revision,
                edit,
                stated == null ? now : stated,
                stated == null,
                language(line),
                address == null ? null : address.site(),
                line.title,
                line.text,
                author,
                line.authorFollowers,
                post(source, line.thread),
                post(source, line.parent),
                post(source, line.repostOf),
                post(source, line.quoteOf),
                rating,
                place(line),
                engagement(line),
                seal.seal(postId, line.id, address == null ? null : address.url(), handle, line.authorName));
        boolean repeatable = !edit || published.revision() > 0;
        return new Readable(source, postId, author, published, repeatable, digest, line.keptOut());
    }

    private static String objection(LineFields line, Instant stated, Rating rating, Instant now) {
        if (line.contentObjection != null) {
            return line.contentObjection;
        }
        if (line.countObjection != null) {
            return line.countObjection;
        }
        if (line.text == null) {
            return "text is missing";
        }
        if (line.createdAt != null && stated == null) {
            return "created_at must be a time " + IN_WORDS;
        }
        if (stated != null && stated.isBefore(EARLIEST)) {
            return "created_at is before 1990";
        }
        if (stated != null && stated.isAfter(now.plus(AHEAD))) {
            return "created_at is more than 24 hours ahead";
        }
        return rating == null && (line.ratingValue != null || line.ratingMax != null)
                ? "rating must have a max above 0 and a value from 0 to max"
                : null;
    }

    private static SourceType type(LineFields line) {
        if (line.type != null) {
            return line.type;
        }
        if (line.repostOf != null) {
            return SourceType.REPOST;
        }
        if (line.parent != null) {
            return SourceType.REPLY;
        }
        return line.ratingValue == null ? SourceType.POST : SourceType.REVIEW;
    }

    /** The primary subtag: {@code de} of {@code de-AT}. */
    private static String language(LineFields line) {
        if (line.lang == null) {
            return null;
        }
        String stated = line.lang.strip().toLowerCase(Locale.ROOT);
        int cut = 0;
        while (cut < stated.length() && stated.charAt(cut) >= 'a' && stated.charAt(cut) <= 'z') {
            cut++;
        }
        boolean subtag = cut == stated.length() || stated.charAt(cut) == '-' || stated.charAt(cut) == '_';
        if (!subtag || cut < 2 || cut > 3) {
            line.ignore("lang");
            return null;
        }
        String primary = stated.substring(0, cut);
        // "Undetermined" and "no linguistic content" say what null says.
        return primary.equals("und") || primary.equals("zxx") ? null : primary;
    }

    private static WebAddress address(LineFields line) {
        if (line.url == null || line.url.isBlank()) {
            return null;
        }
        WebAddress address = WebAddress.of(line.url);
        if (address == null) {
            line.ignore("url");
        }
        return address;
    }

    private String author(LineFields line, String source) {
        String nativeId = AuthorId.of(line.authorId, line.authorHandle);
        return nativeId == null ? null : names.author(source, nativeId);
    }

    private String post(String source, String nativeId) {
        return nativeId == null ? null : names.post(project, source, nativeId);
    }

    private static Rating rating(LineFields line) {
        if (line.ratingValue == null || line.ratingMax == null) {
            return null;
        }
        boolean fits = line.ratingMax > 0 && line.ratingValue >= 0 && line.ratingValue <= line.ratingMax;
        return fits ? new Rating(line.ratingValue, line.ratingMax) : null;
    }

    private static Place place(LineFields line) {
        String country = line.country == null ? null : line.country.toUpperCase(Locale.ROOT);
        if (country != null && !COUNTRIES.contains(country)) {
            line.ignore("place.country");
            country = null;
        }
        return country == null && line.region == null && line.city == null
                ? null
                : new Place(country, line.region, line.city);
    }

    private static Engagement engagement(LineFields line) {
        return line.likes == null && line.replies == null && line.reposts == null && line.views == null
                ? null
                : new Engagement(line.likes, line.replies, line.reposts, line.views);
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
