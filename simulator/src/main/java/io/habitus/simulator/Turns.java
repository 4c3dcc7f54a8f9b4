package io.habitus.simulator;

import java.util.List;

/** By what turn of phrase a deed is known, in one language; chatting has none, judging has {@link Tone}. */
final class Turns {

    static final Turns GERMAN = new Turns(
            """
            weiß jemand ob | kann mir jemand sagen wie | hat jemand eine Ahnung warum | wo finde ich | wie bekomme ich
            | geht das bei euch auch | wer kennt sich aus mit | darf man eigentlich | was mache ich wenn | stimmt es dass
            """,
            """
            Vorsicht bei | passt bloß auf | Finger weg | ich kann nur warnen | lasst es lieber | fallt nicht darauf herein
            """,
            "kann ich nur empfehlen | probiert es aus | mein Tipp | nehmt das unbedingt | greift zu | klare Empfehlung",
            """
            versuch mal | du musst nur | bei mir half es | das geht so | schau unter Einstellungen | ruf am besten an
            | dafür gibt es ein Formular | einmal neu starten dann geht es | das steht in den Bedingungen | lösch den Cache
            """,
            "danke das war es | hat geklappt danke | super hat geholfen | vielen Dank jetzt geht es | danke dir gelöst",
            """
            bei mir geht es immer noch nicht | leider wieder dasselbe | das hat nichts gebracht | heute schon wieder
            | hat nur kurz geholfen | das Problem ist zurück
            """);

    static final Turns ENGLISH = new Turns(
            """
            does anyone know if | can somebody tell me how | any idea why | where do I find | how do I get
            | is it the same for you | who knows about | are you even allowed to | what do I do when | is it true that
            """,
            "be careful with | watch out for | stay away | I can only warn you | do not fall for it | beware of",
            "I can only recommend it | give it a try | my tip | go for it | clear recommendation | you should all get it",
            """
            try to | you just have to | it helped me to | this is how it works | look under settings | best give them a ring
            | there is a form for that | restart it once then it works | it says so in the terms | clear the cache
            """,
            "thanks that was it | worked thank you | great that helped | thanks a lot it works now | thank you solved",
            """
            it still does not work for me | same again unfortunately | that did nothing | again today
            | only helped for a moment | the problem is back
            """);

    private final Phrases ask;
    private final Phrases warn;
    private final Phrases recommend;
    private final Phrases answer;
    private final Phrases thank;
    private final Phrases reopen;

    private Turns(String ask, String warn, String recommend, String answer, String thank, String reopen) {
        this.ask = Phrases.of(ask);
        this.warn = Phrases.of(warn);
        this.recommend = Phrases.of(recommend);
        this.answer = Phrases.of(answer);
        this.thank = Phrases.of(thank);
        this.reopen = Phrases.of(reopen);
    }

    static Turns of(String lang) {
        return lang.equals("de") ? GERMAN : ENGLISH;
    }

    /** Empty if the deed needs no words of its own. */
    List<Item> of(Deed deed, Dice dice) {
        return switch (deed) {
            case CHAT, COMPLAIN, PRAISE -> List.of();
            case ASK -> ask.drawn(dice);
            case WARN -> warn.drawn(dice);
            case RECOMMEND -> recommend.drawn(dice);
            case ANSWER -> answer.drawn(dice);
            case THANK -> thank.drawn(dice);
            case REOPEN -> reopen.drawn(dice);
        };
    }
}
