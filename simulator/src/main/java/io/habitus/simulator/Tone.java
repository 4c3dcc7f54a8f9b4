package io.habitus.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * How people of one language judge: real words of praise and blame, as predicates with and without negation, and as set
 * phrases. No ordinary word of {@link Vocabulary} is among them.
 */
final class Tone {

    static final Tone GERMAN = new Tone(
            "ist | war | ist heute | war gestern | bleibt | finde ich | fand ich",
            "einfach | wirklich | echt | total | richtig | sehr | ziemlich | wieder mal | absolut",
            "nicht | gar nicht | überhaupt nicht | nicht wirklich | alles andere als | leider nicht",
            """
            super | toll | klasse | hervorragend | zuverlässig | freundlich | pünktlich | großartig | fair | spitze | prima
            | angenehm | unkompliziert | hilfsbereit | kompetent | genial | traumhaft | erfreulich | vorbildlich
            | empfehlenswert | perfekt | sympathisch | gut | schön | schnell | sauber | günstig | bequem | kulant
            """,
            """
            furchtbar | schrecklich | katastrophal | unzuverlässig | unfreundlich | unpünktlich | unverschämt | lahm
            | enttäuschend | ärgerlich | miserabel | mies | grauenhaft | peinlich | überteuert | inkompetent | nervig
            | unbrauchbar | chaotisch | dreist | lächerlich | untragbar | schlecht | langsam | dreckig | kaputt | teuer
            """,
            """
            macht mir richtig Freude | kann man nur loben | immer wieder gerne | da klappt alles | hat mich begeistert
            | ich bin sehr zufrieden | nichts zu meckern | vielen Dank an das Team | Hut ab | Daumen hoch
            | besser geht es nicht | war jeden Cent wert | ein Traum | ich liebe es | hat mir den Tag gerettet
            | läuft wie geschmiert | die Besten | bin positiv überrascht | gefällt mir sehr | endlich guter Service
            """,
            """
            macht nur Ärger | da klappt nichts | hat mich sehr enttäuscht | nie wieder | was für ein Saftladen
            | eine Frechheit | eine Katastrophe | ein Albtraum | reine Abzocke | unter aller Sau | reine Zeitverschwendung
            | bin stinksauer | ich bin sehr unzufrieden | geht gar nicht | so eine Sauerei | das Letzte
            | hat schon wieder versagt | ich habe die Nase voll | ich will mein Geld zurück | einfach zum Heulen
            """,
            "na super | na bravo | großes Kino | toll gemacht, nicht",
            "aber | dagegen | während | im Vergleich zu");

    static final Tone ENGLISH = new Tone(
            "is | was | is being | has been | remains | seems",
            "just | really | so | totally | absolutely | very | quite | honestly | once again",
            "not | not at all | never | not exactly | anything but | hardly",
            """
            great | awesome | excellent | reliable | friendly | punctual | brilliant | fair | fantastic | lovely | superb
            | pleasant | helpful | competent | amazing | wonderful | impressive | perfect | likeable | good | nice | fast
            | clean | affordable | comfortable | outstanding | delightful | flawless
            """,
            """
            awful | terrible | catastrophic | unreliable | rude | unpunctual | outrageous | lame | disappointing | annoying
            | miserable | lousy | horrible | embarrassing | overpriced | incompetent | useless | chaotic | ridiculous
            | unacceptable | bad | slow | dirty | broken | expensive | pathetic | appalling | shoddy
            """,
            """
            made my day | can only praise them | would use again any time | everything just works | I am so happy
            | very satisfied | nothing to complain about | thanks to the whole team | hats off | thumbs up
            | could not be better | worth every penny | a dream | I love it | saved my day | works like a charm
            | the best there is | pleasantly surprised | love them | finally some good service
            """,
            """
            nothing but trouble | nothing works | let me down badly | never again | what a joke | a disgrace
            | a complete disaster | a nightmare | total rip off | waste of time | waste of money | I am furious
            | very unsatisfied | not good enough | worst service ever | failed me again | I am sick of it
            | I want my money back | makes me want to cry | an insult to customers
            """,
            "well done, not | oh great | oh brilliant | thanks for nothing",
            "but | whereas | while | unlike");

    /** Of the blame, the share that sounds like praise. */
    private static final double IRONY = .04;

    private final Phrases verbs;
    private final Phrases stress;
    private final Phrases negation;
    private final Phrases goods;
    private final Phrases bads;
    private final Phrases praise;
    private final Phrases blame;
    private final Phrases irony;
    private final Phrases contrast;

    private Tone(
            String verbs,
            String stress,
            String negation,
            String goods,
            String bads,
            String praise,
            String blame,
            String irony,
            String contrast) {
        this.verbs = Phrases.of(verbs);
        this.stress = Phrases.of(stress);
        this.negation = Phrases.of(negation);
        this.goods = Phrases.of(goods);
        this.bads = Phrases.of(bads);
        this.praise = Phrases.of(praise);
        this.blame = Phrases.of(blame);
        this.irony = Phrases.of(irony.replace(",", ""));
        this.contrast = Phrases.of(contrast);
    }

    static Tone of(String lang) {
        return lang.equals("de") ? GERMAN : ENGLISH;
    }

    /** What follows the name of a brand; nothing if it is neutral. */
    List<Item> judgement(Dice dice, Polarity polarity) {
        if (polarity == Polarity.NEUTRAL) {
            return List.of();
        }
        boolean good = polarity == Polarity.POSITIVE;
        if (!good && dice.chance(IRONY)) {
            return irony.drawn(dice);
        }
        if (dice.chance(.4)) {
            return (good ? praise : blame).drawn(dice);
        }
        var clause = new ArrayList<>(verbs.drawn(dice));
        if (dice.chance(.2)) {
            clause.addAll(negation.drawn(dice));
            clause.addAll((good ? bads : goods).drawn(dice));
            return clause;
        }
        if (dice.chance(.6)) {
            clause.addAll(stress.drawn(dice));
        }
        clause.addAll((good ? goods : bads).drawn(dice));
        return clause;
    }

    /** What stands before a second brand that is judged the other way. */
    List<Item> contrast(Dice dice) {
        return contrast.drawn(dice);
    }

    /** Words that judge by themselves, and so are no ordinary ones. */
    List<Item> judging() {
        var words = new ArrayList<Item>();
        goods.all().forEach(words::addAll);
        bads.all().forEach(words::addAll);
        return words;
    }
}
