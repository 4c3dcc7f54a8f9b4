package io.habitus.simulator;

import io.habitus.simulator.Dice.Aspect;
import io.habitus.simulator.Drafts.Kind;

/** Which earlier post somebody answers, quotes or carries on: rather a recent one, rather one of an influential voice. */
final class Targets {

    private static final int REACH = 2_000;
    private static final int CANDIDATES = 8;

    /** How much more the word of a leader counts who began something, and that of a multiplier who carries something on. */
    private static final double ROLE = 12;

    private final Drafts drafts;
    private final Voices voices;

    Targets(Drafts drafts, Voices voices) {
        this.drafts = drafts;
        this.voices = voices;
    }

    int target(int number, Kind kind) {
        Dice dice = drafts.dice(Aspect.TARGET, number);
        int reach = Math.min(number, REACH);
        double total = 0;
        int chosen = 0;
        for (int i = 0; i < CANDIDATES; i++) {
            double near = dice.fraction();
            int candidate = number - 1 - (int) (near * near * reach);
            double pick = dice.fraction();
            if (Conversations.isKept(candidate)) {
                continue;
            }
            double weight = weight(candidate, kind);
            total += weight;
            // Each candidate stays with the share of the weight that is its own.
            if (pick * total < weight) {
                chosen = candidate;
            }
        }
        return chosen;
    }

    private double weight(int candidate, Kind responding) {
        Kind kind = drafts.kind(candidate);
        Voice voice = drafts.voice(candidate);
        if (voice == null) {
            return .3;
        }
        if (kind == Kind.REPOST) {
            if (responding != Kind.REPOST) {
                return .01;
            }
            return voice.influence() * (voices.isMultiplier(voice) ? ROLE : .3);
        }
        return voice.influence() * (leads(voice, candidate, kind) ? ROLE : 1);
    }

    private boolean leads(Voice voice, int candidate, Kind kind) {
        if (kind != Kind.POST) {
            return false;
        }
        return voices.leads(voice) && voices.is(Voices.Role.LEADER, voice, drafts.topic(candidate));
    }
}
