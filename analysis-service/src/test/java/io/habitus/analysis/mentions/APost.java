package io.habitus.analysis.mentions;

import io.habitus.contracts.Engagement;
import io.habitus.contracts.PostEvent.Published;
import io.habitus.contracts.SourceType;
import java.time.Instant;

/** A post with something to say, to be varied by a test. */
public final class APost {

    public static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

    private final String id;
    private String project;
    private String text = "the tram is late";
    private String title;
    private String author;
    private String lang;
    private String source = "forum";
    private SourceType type = SourceType.POST;
    private long revision;
    private boolean edit;
    private Instant at = AT;
    private Engagement engagement;
    private String site;
    private String origin;
    private String thread;

    private APost(String id) {
        this.id = id;
    }

    public static APost post(String id) {
        return new APost(id);
    }

    public APost saying(String text) {
        this.text = text;
        return this;
    }

    public APost titled(String title) {
        this.title = title;
        return this;
    }

    public APost by(String author) {
        this.author = author;
        return this;
    }

    public APost in(String lang) {
        this.lang = lang;
        return this;
    }

    public APost from(String source) {
        this.source = source;
        return this;
    }

    public APost as(SourceType type) {
        this.type = type;
        return this;
    }

    public APost of(String project) {
        this.project = project;
        return this;
    }

    public APost revision(long revision) {
        this.revision = revision;
        return this;
    }

    public APost edited() {
        this.edit = true;
        return this;
    }

    public APost at(Instant at) {
        this.at = at;
        return this;
    }

    public APost liked(long likes) {
        this.engagement = new Engagement(likes, null, null, null);
        return this;
    }

    public APost on(String site) {
        this.site = site;
        return this;
    }

    public APost withOrigin(String origin) {
        this.origin = origin;
        return this;
    }

    public APost inThread(String thread) {
        this.thread = thread;
        return this;
    }

    public Published published() {
        return new Published(
                id,
                project,
                source,
                type,
                revision,
                edit,
                at,
                false,
                lang,
                site,
                title,
                text,
                author,
                author == null ? null : 10L,
                thread,
                null,
                null,
                null,
                null,
                null,
                engagement,
                origin);
    }
}
