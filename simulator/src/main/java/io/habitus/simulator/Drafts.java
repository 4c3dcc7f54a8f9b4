package io.habitus.simulator;

import io.habitus.simulator.Dice.Aspect;
import io.habitus.simulator.SimulatedPost.Figures;
import io.habitus.simulator.Voices.Voice;
import java.time.Instant;

/** The posts as first written, and as written anew; each is a function of its number. */
final class Drafts {

    private static final int TARGET_REACH = 2_000;

    private final Plan plan;
    private final Rhythm rhythm;
    private final Voices voices;
    private final Composer composer;

    Drafts(Plan plan) {
        this.plan = plan;
        rhythm = new Rhythm(plan.from(), plan.to());
        voices = new Voices(plan.seed(), plan.posts());
        composer = new Composer(plan.heardShare());
    }

    /** What there is to write, with the shares in which people write it. */
    enum Kind {
        POST("post", true),
        COMMENT("comment", true),
        REPLY("reply", true),
        REPOST("repost", false),
        QUOTE("post", true),
        REVIEW("review", true);

        private static final Weighted SHARES = new Weighted(.53, .12, .15, .10, .07, .03);

        final String type;
        final boolean editable;

        Kind(String type, boolean editable) {
            this.type = type;
            this.editable = editable;
        }

        boolean answers() {
            return this == COMMENT || this == REPLY;
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
            Utterance utterance,
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
        int target = target(number);
        int textNumber = textNumber(number);
        Voice voice = voice(number);
        String lang = lang(textNumber);
        return new Draft(
                number,
                kind,
                at(number),
                voice,
                target < 0 ? null : id(target),
                kind.answers() ? id(root(number)) : null,
                textNumber,
                new Utterance(composer.text(dice(Aspect.TEXT, textNumber), lang), lang, kind.type),
                dice(Aspect.FIGURES, number).chance(.3) ? figures(number, 0) : null);
    }

    Utterance edited(Draft draft) {
        String lang = draft.utterance.lang();
        return new Utterance(composer.text(dice(Aspect.EDITED_TEXT, draft.number), lang), lang, draft.kind.type);
    }

    String shown(Draft draft, Utterance utterance, boolean edited) {
        Aspect aspect = edited ? Aspect.EDITED_TEXT : Aspect.TEXT;
        return utterance.shown(dice(aspect, ~(long) draft.textNumber));
    }

    Kind kind(int number) {
        return number == 0 ? Kind.POST : Kind.drawn(dice(Aspect.KIND, number));
    }

    /** The post this one answers, carries on or quotes, or -1. Always an earlier one. */
    private int target(int number) {
        Kind kind = kind(number);
        if (kind == Kind.POST || kind == Kind.REVIEW) {
            return -1;
        }
        return number - 1 - dice(Aspect.TARGET, number).below(Math.min(number, TARGET_REACH));
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

    private Voice voice(int number) {
        Dice dice = dice(Aspect.VOICE, number);
        return dice.chance(.02) ? null : voices.drawn(dice);
    }

    private String lang(int number) {
        Voice voice = voice(number);
        return voice == null ? "de" : voice.lang();
    }

    private Instant at(int number) {
        return rhythm.at((number + dice(Aspect.TIME, number).fraction()) / plan.posts());
    }

    Figures figures(int number, int count) {
        Dice dice = dice(Aspect.FIGURES, ~(number * 2L + count));
        long views = (long) dice.logNormal(200, 1.5) * (count + 1);
        return new Figures(views / 20, views / 60, views / 80, views);
    }

    Dice dice(Aspect aspect, long number) {
        return Dice.of(plan.seed(), aspect, number);
    }

    String id(int number) {
        return "s" + plan.seed() + "-" + number;
    }
}
