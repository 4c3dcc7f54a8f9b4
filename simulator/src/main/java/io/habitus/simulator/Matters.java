package io.habitus.simulator;

import io.habitus.simulator.Dice.Aspect;
import io.habitus.simulator.Matter.Opinion;
import java.util.ArrayList;
import java.util.List;

/** What somebody has to say, given who they are and what they speak to. */
final class Matters {

    /** How surely somebody who answers names the brand that was named, if any. */
    private static final double STAYS = .85;

    /** Of texts with two brands, the share in which the second is judged the other way. */
    private static final double OPPOSITE = .6;

    private static final double ANGRY_ABOUT_INCIDENT = .75;

    private final long seed;
    private final double heardShare;

    Matters(long seed, double heardShare) {
        this.seed = seed;
        this.heardShare = heardShare;
    }

    /**
     * What an ordinary post says.
     *
     * @param topic the brand that was named before, or -1
     * @param asks whether it is known to be a question
     */
    Matter ordinary(long number, Persona persona, Voice voice, int topic, boolean asks) {
        Dice dice = Dice.of(seed, Aspect.OPINION, number);
        List<Opinion> opinions = opinions(dice, persona, voice, topic, asks ? .2 : 1);
        return new Matter(asks ? Deed.ASK : deed(number, persona, opinions), opinions, null);
    }

    /** What is said about an incident by somebody who has just heard of it. */
    Matter about(Incident incident, int brand, long number) {
        Dice dice = Dice.of(seed, Aspect.OPINION, number);
        Polarity polarity = dice.chance(ANGRY_ABOUT_INCIDENT) ? Polarity.NEGATIVE : Polarity.NEUTRAL;
        Deed deed = polarity == Polarity.NEUTRAL ? Deed.CHAT : dice.chance(.3) ? Deed.WARN : Deed.COMPLAIN;
        return new Matter(deed, List.of(new Opinion(brand, polarity)), incident);
    }

    /** What is said in the course of a question. */
    Matter turn(Conversations.Turn turn, long number, Persona persona, Voice voice, int topic) {
        Dice dice = Dice.of(seed, Aspect.OPINION, number);
        double judged = turn.deed() == Deed.REOPEN ? .5 : .1;
        return new Matter(turn.deed(), opinions(dice, persona, voice, topic, judged), null);
    }

    private List<Opinion> opinions(Dice dice, Persona persona, Voice voice, int topic, double judged) {
        if (!dice.chance(heardShare)) {
            return List.of();
        }
        int brand = topic >= 0 && dice.chance(STAYS) ? topic : persona.brand(dice);
        Persona shown = voice == null ? persona : voice.personaAbout(brand);
        Polarity polarity = dice.chance(judged) ? shown.opinion(dice, brand) : Polarity.NEUTRAL;
        var opinions = new ArrayList<Opinion>(2);
        opinions.add(new Opinion(brand, polarity));
        int second = Brands.WHICH.draw(dice);
        if (dice.chance(Brands.SECOND) && second != brand) {
            boolean opposite = dice.chance(OPPOSITE) && judged >= 1;
            opinions.add(new Opinion(second, opposite ? polarity.opposite() : Polarity.NEUTRAL));
        }
        return opinions;
    }

    private Deed deed(long number, Persona persona, List<Opinion> opinions) {
        if (opinions.isEmpty()) {
            return Deed.CHAT;
        }
        boolean advises = Dice.of(seed, Aspect.DEED, number).chance(persona.advises());
        return switch (opinions.getFirst().polarity()) {
            case NEGATIVE -> advises ? Deed.WARN : Deed.COMPLAIN;
            case NEUTRAL -> Deed.CHAT;
            case POSITIVE -> advises ? Deed.RECOMMEND : Deed.PRAISE;
        };
    }
}
