package io.habitus.simulator;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The ordinary words of one language, the most frequent first, none of them a brand's: small words of every day, then
 * the words customers use, then some twenty thousand compounds and invented words, as rare as such words are. Words that
 * judge are left to {@link Tone}.
 */
final class Vocabulary {

    /** So many words that most texts hold one that few other texts hold. */
    static final int SIZE = 24_000;

    private static final String[] ONSETS = {
        "b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "w", "bl", "br", "dr", "fl", "gl", "gr", "kl", "kn",
        "kr", "pl", "schl", "schm", "st", "str"
    };
    private static final String[] VOWELS = {"a", "e", "i", "o", "u", "au", "ei", "ie"};
    private static final String[] GERMAN_ENDS = {
        "b", "ck", "ft", "lm", "lt", "n", "nd", "nk", "r", "rn", "sch", "t", "tz"
    };
    private static final String[] ENGLISH_ENDS = {
        "b", "ck", "ft", "lm", "lt", "n", "nd", "nk", "p", "rn", "sh", "t", "ss"
    };

    static final Vocabulary GERMAN = new Vocabulary("""
            die der und das ist in zu ich nicht es den mit auf auch für ein sich von so wie im dem eine man wenn aber
            hat was bei noch nur sie er wir ihr mal schon da als aus oder nach um doch kann war dann hier immer mehr
            jetzt alle haben sind werden wird wieder heute ja nein dass durch über unter vor zum zur am bis keine kein
            mein meine euch uns mir mich dir dich ihm ihn wo warum wer wann weil ob gegen ohne seit sehr ganz viel
            wenig etwas nichts jemand niemand gerade eben halt eigentlich vielleicht dabei davon damit daran dazu
            """, """
            warten kommen gehen machen fahren zahlen kaufen bestellen liefern helfen melden rufen schreiben lesen hoffen
            denken glauben wissen finden suchen fragen antworten reden sagen sehen hören nutzen laden öffnen schließen
            spät früh neu alt voll leer laut leise warm kalt groß klein rund eckig rot blau grün gelb dünn dick
            Service Hotline Termin Rechnung Vertrag Kunde Kundin Angebot Preis Geld Konto App Webseite Rückgabe Umtausch
            Mitarbeiter Filiale Paket Lieferung Fahrer Automat Ausgang Eingang Anschluss Sitzplatz Fenster Gepäck
            Morgen Abend Nacht Woche Monat Jahr Stunde Minute Sekunde Urlaub Arbeit Schule Kinder Familie Freunde Nachbar
            """, """
            Fahrkarten Kunden Bahn Strom Gas Handy Internet Wohnungs Auto Fahrrad Flug Hotel Urlaubs Schul Kinder Garten
            Küchen Bad Keller Dach Haus Straßen Stadt Land Wald Berg See Meer Winter Sommer Herbst Frühlings Abend Morgen
            Mittags Nacht Wochen Monats Jahres Tages Stunden Brot Kaffee Tee Milch Wasser Bier Wein Obst Gemüse Fleisch
            Fisch Zucker Salz Papier Bücher Zeitungs Brief Paket Post Bank Konto Karten Geld Preis Rabatt Steuer Miet
            Zins Kredit Versicherungs Gesundheits Arzt Zahn Augen Rücken Sport Fußball Tennis Lauf Schwimm Tanz Musik
            Film Theater Kunst Foto Spiel Computer Daten Netz Funk Radio Fernseh Licht Lampen Heizungs Klima Fenster
            Tür Möbel Tisch Stuhl Bett Schrank Teppich Kleider Schuh Hosen Jacken Mützen Schmuck Uhren Leder Holz Metall
            Glas Stein Gold Silber Kupfer Plastik Gummi Woll Seiden Baumwoll Firmen Büro Arbeits Lohn Urlaubs Team
            Projekt Termin Vertrags Rechts Gerichts Polizei Feuerwehr Rettungs Kranken Pflege Senioren Jugend
            """, """
            automat service verkauf laden markt halle platz weg straße brücke tor turm zimmer raum saal gang treppe
            schalter karte schein pass buch heft blatt liste tafel schild plan termin zeit dauer pause beginn ende frist
            gebühr preis rabatt bonus kosten summe betrag rest anteil wert verlust gewinn schaden fehler mangel problem
            lösung frage antwort hilfe beratung auskunft meldung nachricht brief anruf gespräch treffen besuch reise
            fahrt flug tour weg strecke linie verbindung anschluss ausfall verspätung störung umleitung sperrung
            baustelle unfall notfall einsatz dienst schicht wechsel tausch kauf miete leihe spende prämie versicherung
            anlage gerät maschine motor pumpe kabel stecker schalter knopf griff deckel kasten kiste tasche beutel koffer
            wagen rad reifen sitz gurt spiegel scheibe lampe birne kerze feuer ofen herd kessel topf pfanne teller
            tasse löffel gabel messer tuch decke kissen matratze vorhang boden wand
            """, GERMAN_ENDS);

    static final Vocabulary ENGLISH = new Vocabulary("""
            the to and a of in is it you that i for on my with this was at be have not are but they so we just me your
            all as or from what when can if no about up out get like how there time one do an by will them then now
            their has more who had been would some been after really still again only very why he she him her our
            because too even back over never always any off got did does here than its much where every before into
            """, """
            waiting coming going making driving paying buying ordering delivering helping calling writing reading hoping
            thinking believing knowing finding searching asking answering talking saying seeing hearing using loading
            late early new old full empty loud quiet warm cold big small round square red blue green yellow thin thick
            service hotline appointment invoice contract customer offer price money account app website return exchange
            staff branch parcel delivery driver machine entrance exit connection seat window luggage morning evening
            night week month year hour minute second holiday work school kids family friends neighbour
            """, """
            ticket customer rail power gas phone web home car bike hotel holiday school child garden kitchen bath cellar
            roof house street city country wood hill lake sea winter summer autumn spring evening morning midday night
            week month year day hour bread coffee tea milk water beer wine fruit meat fish sugar salt paper book news
            letter parcel post bank account card money price discount tax rent loan health doctor tooth eye back sport
            foot tennis run swim dance music film stage art photo game data net radio light lamp heat climate window
            door desk chair bed shelf carpet dress shoe jacket hat clock leather metal glass stone gold silver copper
            rubber wool silk cotton office work wage team project contract law court police fire rescue care youth
            store shop mall farm field forest river bridge harbour ship boat truck tyre engine pump cable plug
            """, """
            machine service sale store market hall place way street bridge gate tower room floor stair counter card pass
            book sheet list board sign plan date time break start end limit fee price bonus cost sum share worth loss
            damage fault defect problem fix question answer help advice notice message letter call talk meeting visit
            trip ride tour track line link outage delay failure detour closure site crash alarm duty shift change swap
            hire gift premium cover plant device engine pump cable plug switch knob handle lid box bag case wagon wheel
            tyre seat belt mirror pane lamp bulb candle fire oven stove kettle pot pan plate cup spoon fork knife cloth
            blanket pillow curtain wall worker keeper maker holder finder owner user
            """, ENGLISH_ENDS);

    private final Item[] words;
    private final Weighted frequency;

    private Vocabulary(String everyday, String customers, String heads, String tails, String[] syllableEnds) {
        Set<String> ranked = new LinkedHashSet<>();
        ranked.addAll(words(everyday));
        ranked.addAll(words(customers));
        List<String> ends = words(tails);
        List<String> beginnings = words(heads);
        var names = new Names(syllableEnds);
        // Diagonally, so that frequent compounds do not all begin alike; every third word is one nobody ever heard.
        for (int shift = 0; shift < ends.size() && ranked.size() < SIZE; shift++) {
            for (int i = 0; i < beginnings.size() && ranked.size() < SIZE; i++) {
                ranked.add(beginnings.get(i) + ends.get((i * 7 + shift) % ends.size()));
                if (i % 2 == 0) {
                    ranked.add(names.next());
                }
            }
        }
        while (ranked.size() < SIZE) {
            ranked.add(names.next());
        }
        words = ranked.stream().map(Item::word).toArray(Item[]::new);
        frequency = Weighted.zipf(words.length);
    }

    static Vocabulary of(String lang) {
        return lang.equals("de") ? GERMAN : ENGLISH;
    }

    Item word(Dice dice) {
        return words[frequency.draw(dice)];
    }

    /** By its rank, from 0. */
    Item ranked(int rank) {
        return words[rank];
    }

    List<Item> all() {
        return List.of(words);
    }

    private static List<String> words(String block) {
        return List.of(block.strip().split("\\s+"));
    }

    /** Words of two or three syllables that can be spoken and mean nothing; always the same in the same order. */
    private static final class Names {

        private final String[] ends;
        private final Dice dice = Dice.of(0, Dice.Aspect.TEXT, 0);

        Names(String[] ends) {
            this.ends = ends;
        }

        String next() {
            var name = new StringBuilder();
            int syllables = 2 + dice.below(2);
            for (int i = 0; i < syllables; i++) {
                name.append(dice.oneOf(ONSETS)).append(dice.oneOf(VOWELS));
            }
            return name.append(dice.oneOf(ends)).toString();
        }
    }
}
