package io.habitus.simulator;

import io.habitus.simulator.Composer.Speaker;
import io.habitus.simulator.Composer.Text;
import io.habitus.simulator.Conversations.Turn;
import io.habitus.simulator.Dice.Aspect;
import io.habitus.simulator.SimulatedPost.Figures;
import java.time.Instant;
import java.util.List;

/** The posts as first written, and as written anew; each is a function of its number. */
final class Drafts {

    private final Plan plan;
    private final String ids;
    private final List<Incident> incidents;
    private final Rhythm rhythm;
    private final Voices voices;
    private final OwnWords ownWords;
    private final Composer composer;
    private final Conversations conversations;
    private final Matters matters;
    private final Targets targets;

    /** What was worked out last; each is what anybody would work out again, so it does not matter which thread did. */
    private final Known[] known = new Known[1 << 13];

    /**
     * What many ask of a post before its words matter.
     *
     * @param incident that it is about, or null
     * @param voice null for somebody without a name
     */
    private record Known(int number, Turn turn, Kind kind, Instant at, Incident incident, Voice voice) {}

    Drafts(Plan plan) {
        this.plan = plan;
        ids = plan.beginningOfIds();
        incidents = Incidents.of(plan);
        rhythm = new Rhythm(plan, incidents);
        voices = new Voices(plan.seed(), plan.posts());
        ownWords = new OwnWords(plan.seed());
        composer = new Composer(ownWords, new Themes(plan.seed()));
        conversations = new Conversations(plan, this::asks);
        matters = new Matters(plan.seed(), plan.heardShare());
        targets = new Targets(this, voices);
    }

    /** What there is to write, with the shares in which people write it. */
    enum Kind {
        POST("post", true),
        COMMENT("comment", true),
        REPLY("reply", true),
        REPOST("repost", false),
        QUOTE("post", true),
        REVIEW("review", true);

        private static final Weighted SHARES = new Weighted(.56, .11, .13, .10, .07, .03);

        final String type;
        final boolean editable;

        Kind(String type, boolean editable) {
            this.type = type;
            this.editable = editable;
        }

        boolean answers() {
            return this == COMMENT || this == REPLY;
        }

        boolean begins() {
            return this == POST || this == REVIEW;
        }

        static Kind drawn(Dice dice) {
            return values()[SHARES.draw(dice)];
        }
    }

    /** A post as first written. {@code textNumber} is the post whose words these are: its own, or the reposted one. */
    record Draft(
            int number,
            Kind kind,
            Instant at,
            Voice voice,
            String target,
            String thread,
            int textNumber,
            Matter matter,
            Text text,
            Figures figures) {

        String parent() {
            return kind.answers() ? target : null;
        }

        String repostOf() {
            return kind == Kind.REPOST ? target : null;
        }

        String quoteOf() {
            return kind == Kind.QUOTE ? target : null;
        }
    }

    Draft draft(int number) {
        Kind kind = kind(number);
        int target = kind.begins() ? -1 : target(number);
        int textNumber = kind == Kind.REPOST ? textNumber(target) : number;
        Matter matter = matter(textNumber);
        return new Draft(
                number,
                kind,
                at(number),
                voice(number),
                target < 0 ? null : id(target),
                kind.answers() ? id(root(target)) : null,
                textNumber,
                matter,
                composer.text(dice(Aspect.TEXT, textNumber), speaker(textNumber, matter), matter, kind.type),
                dice(Aspect.FIGURES, number).chance(.3) ? figures(number, 0) : null);
    }

    /** The draft written anew; it may be about something else then, but does the same. */
    Draft edited(Draft draft) {
        int number = draft.number;
        Matter fresh = matters.ordinary(~(long) number, persona(draft.voice), draft.voice, draft.matter.topic(), false);
        Matter matter = draft.matter.deed() == fresh.deed()
                ? fresh
                : new Matter(draft.matter.deed(), draft.matter.opinions(), draft.matter.incident());
        Text text = composer.text(dice(Aspect.EDITED_TEXT, number), speaker(number, matter), matter, draft.kind.type);
        return new Draft(
                number,
                draft.kind,
                draft.at,
                draft.voice,
                draft.target,
                draft.thread,
                draft.textNumber,
                matter,
                text,
                draft.figures);
    }

    String shown(Draft draft, boolean edited) {
        Aspect aspect = edited ? Aspect.EDITED_TEXT : Aspect.TEXT;
        return draft.text.utterance().shown(dice(aspect, ~(long) draft.textNumber));
    }

    Kind kind(int number) {
        return known(number).kind;
    }

    Instant at(int number) {
        return known(number).at;
    }

    /** Null for somebody without a name. */
    Voice voice(int number) {
        return known(number).voice;
    }

    private Known known(int number) {
        Known kept = known[number & known.length - 1];
        if (kept != null && kept.number == number) {
            return kept;
        }
        Turn turn = conversations.turn(number);
        Rhythm.Moment moment = rhythm.at((number + dice(Aspect.TIME, number).fraction()) / plan.posts());
        Incident incident = turn == null ? incident(number, moment) : null;
        Kind kind = turn == null ? kind(number, incident) : Kind.REPLY;
        Known fresh = new Known(number, turn, kind, moment.at(), incident, voice(number, turn, kind, moment.at()));
        known[number & known.length - 1] = fresh;
        return fresh;
    }

    private Incident incident(int number, Rhythm.Moment moment) {
        boolean about = moment.incident() >= 0 && dice(Aspect.INCIDENT, number).chance(moment.share());
        return about ? incidents.get(moment.incident()) : null;
    }

    private Kind kind(int number, Incident incident) {
        if (number == 0) {
            return Kind.POST;
        }
        Kind kind = Kind.drawn(dice(Aspect.KIND, number));
        // Who reports what has just happened uses words of their own.
        return (kind == Kind.REPOST || kind == Kind.QUOTE) && incident != null ? Kind.POST : kind;
    }

    private Voice voice(int number, Turn turn, Kind kind, Instant at) {
        Dice dice = dice(Aspect.VOICE, number);
        if (turn != null) {
            Voice asker = voice(turn.question());
            return turn.deed() == Deed.ANSWER ? helping(asker, topic(turn.question()), dice, at) : asker;
        }
        if (dice.chance(.02)) {
            return null;
        }
        return kind == Kind.REPOST ? multiplying(dice, at) : voices.drawn(dice, at);
    }

    private Voice helping(Voice asker, int topic, Dice dice, Instant at) {
        Voice helper = voices.preferably(Voices.Role.HELPER, topic, 24, dice, at);
        return helper.number() == asker.number() ? voices.voice((helper.number() + 1) % voices.count()) : helper;
    }

    private Voice multiplying(Dice dice, Instant at) {
        Voice first = voices.drawn(dice, at);
        if (dice.chance(.3)) {
            for (int i = 0; i < 12; i++) {
                Voice candidate = voices.drawn(dice, at);
                if (voices.isMultiplier(candidate)) {
                    return candidate;
                }
            }
        }
        return first;
    }

    /** The brand a post names first, or -1. */
    int topic(int number) {
        return matter(number).topic();
    }

    /** What a post is about that is no repost. */
    private Matter matter(int number) {
        Known post = known(number);
        Persona persona = persona(post.voice);
        if (post.turn != null) {
            return matters.turn(post.turn, number, persona, post.voice, topic(post.turn.question()));
        }
        if (post.incident != null) {
            return matters.about(post.incident, brandOf(post.incident), number);
        }
        return matters.ordinary(number, persona, post.voice, topicBefore(number, post), asks(number));
    }

    /** The brand that somebody is going to talk about if they talk about any, or -1 if that is open. */
    private int topicBefore(int number, Known post) {
        if (post.kind.begins()) {
            return post.voice == null ? -1 : voices.topic(post.voice);
        }
        int root = root(target(number));
        return kind(root).begins() ? topic(root) : -1;
    }

    /** Whether a post is a question; never asked about those that are kept for answers and what follows. */
    private boolean asks(int number) {
        if (Conversations.isKept(number)) {
            return false;
        }
        double inclination = dice(Aspect.ASKING, number).fraction();
        if (inclination > Persona.MOST_ASKING) {
            return false;
        }
        Known post = known(number);
        return post.kind == Kind.POST
                && post.incident == null
                && post.voice != null
                && inclination < persona(post.voice).asks();
    }

    private static int brandOf(Incident incident) {
        for (int brand = 0; brand < Brands.COUNT; brand++) {
            if (Brands.watch(brand).equals(incident.watch())) {
                return brand;
            }
        }
        throw new AssertionError(incident.watch());
    }

    /** The post this one answers, carries on or quotes. Always an earlier one. */
    private int target(int number) {
        Known post = known(number);
        return post.turn != null ? post.turn.parent() : targets.target(number, post.kind);
    }

    private int root(int number) {
        int root = number;
        while (kind(root).answers()) {
            root = target(root);
        }
        return root;
    }

    private int textNumber(int number) {
        int original = number;
        while (kind(original) == Kind.REPOST) {
            original = target(original);
        }
        return original;
    }

    private static Persona persona(Voice voice) {
        return voice == null ? Persona.NOBODY : voice.personaAbout(-1);
    }

    private Speaker speaker(int number, Matter matter) {
        Voice voice = voice(number);
        return voice == null
                ? new Speaker(-1L - number, "de", Persona.NOBODY)
                : new Speaker(voice.number(), voice.lang(), voice.personaAbout(matter.topic()));
    }

    /** What became of the question that this number is, or null if it is none. */
    SimulatedThread thread(int number, Fates fates) {
        if (!asks(number)) {
            return null;
        }
        int answer = survivor(conversations.answer(number), fates);
        int followUp = survivor(conversations.followUp(number, conversations.answer(number)), fates);
        int topic = topic(number);
        boolean reopened = answer >= 0 && followUp >= 0 && matter(followUp).deed() == Deed.REOPEN;
        return new SimulatedThread(
                id(number),
                fates.of(number, true).deleted(),
                topic < 0 ? null : Brands.watch(topic),
                answer < 0
                        ? SimulatedThread.State.UNANSWERED
                        : reopened ? SimulatedThread.State.REOPENED : SimulatedThread.State.ANSWERED,
                answer < 0 ? null : id(answer),
                answer < 0 ? null : voice(answer).id(),
                followUp < 0 ? null : id(followUp));
    }

    private static int survivor(int number, Fates fates) {
        return number >= 0 && fates.of(number, true).deleted() ? -1 : number;
    }

    Figures figures(int number, int count) {
        Dice dice = dice(Aspect.FIGURES, ~(number * 2L + count));
        long views = (long) dice.logNormal(200, 1.5) * (count + 1);
        return new Figures(views / 20, views / 60, views / 80, views);
    }

    List<Incident> incidents() {
        return incidents;
    }

    List<OwnWord> ownWords() {
        return ownWords.all();
    }

    Voices voices() {
        return voices;
    }

    Dice dice(Aspect aspect, long number) {
        return Dice.of(plan.seed(), aspect, number);
    }

    String id(int number) {
        return ids + number;
    }
}
