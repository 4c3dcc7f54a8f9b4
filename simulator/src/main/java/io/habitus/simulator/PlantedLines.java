package io.habitus.simulator;

import java.util.Locale;
import java.util.stream.Stream;

/** What was planted beyond single posts, as JSON. */
final class PlantedLines {

    private PlantedLines() {}

    static Stream<String> of(Simulation simulation) {
        Usage usage = Usage.of(simulation.ownWords(), simulation.posts());
        return Stream.of(
                        Stream.of(plan(simulation.plan())),
                        SimulatedWatches.all().stream().map(PlantedLines::watch),
                        Persona.ALL.stream().map(PlantedLines::persona),
                        simulation.ownWords().stream().map(word -> ownWord(word, usage.use(word))),
                        simulation.incidents().stream().map(PlantedLines::incident),
                        simulation.threads().map(PlantedLines::thread),
                        simulation.voices().map(PlantedLines::voice))
                .flatMap(lines -> lines);
    }

    private static String plan(Plan plan) {
        var json = begun("simulation");
        Lines.field(json, "source", Simulation.SOURCE);
        json.append(",\"simulated\":true,\"seed\":").append(plan.seed());
        json.append(",\"posts\":").append(plan.posts());
        Lines.field(json, "from", plan.from().toString());
        Lines.field(json, "to", plan.to().toString());
        Lines.field(json, "pace", Lines.word(plan.pace()));
        return json.append('}').toString();
    }

    private static String watch(SimulatedWatches.SimulatedWatch watch) {
        var json = begun("watch");
        Lines.field(json, "name", watch.name());
        Lines.field(json, "query", watch.query());
        return json.append('}').toString();
    }

    private static String persona(Persona persona) {
        var json = begun("persona");
        Lines.field(json, "name", persona.name());
        number(json, "peak_hour", persona.peak());
        number(json, "weekend", persona.weekend());
        number(json, "asks", persona.asks());
        number(json, "advises", persona.advises());
        json.append(",\"watches\":[");
        for (int brand = 0; brand < Brands.COUNT; brand++) {
            json.append(brand == 0 ? "{\"watch\":" : ",{\"watch\":");
            Lines.quoted(json, Brands.watch(brand));
            number(json, "talk", persona.brands()[brand]);
            number(json, "blame", persona.blame()[brand]);
            json.append('}');
        }
        return json.append("]}").toString();
    }

    private static String ownWord(OwnWord word, Usage.Use use) {
        var json = begun("own_word");
        json.append(",\"number\":").append(word.number());
        Lines.field(json, "watch", word.watch());
        Lines.field(json, "lang", word.lang());
        Lines.array(json, "forms", word.forms());
        number(json, "log2_ratio", word.log2Ratio());
        number(json, "counted_log2_ratio", use.log2Ratio());
        json.append(",\"voices\":").append(use.voices());
        json.append(",\"of_voices\":").append(use.ofVoices());
        json.append(",\"other_voices\":").append(use.otherVoices());
        json.append(",\"of_other_voices\":").append(use.ofOtherVoices());
        return json.append('}').toString();
    }

    private static String incident(Incident incident) {
        var json = begun("incident");
        json.append(",\"number\":").append(incident.number());
        Lines.field(json, "watch", incident.watch());
        Lines.field(json, "start", incident.start().toString());
        Lines.field(json, "end", incident.end().toString());
        json.append(",\"minutes\":").append(incident.length().toMinutes());
        number(json, "factor", incident.factor());
        number(json, "base_per_hour", incident.base());
        number(json, "usual_per_hour", incident.usual());
        Lines.array(json, "causes", incident.causes());
        return json.append('}').toString();
    }

    private static String thread(SimulatedThread thread) {
        var json = begun("thread");
        Lines.field(json, "question", thread.question());
        json.append(",\"deleted\":").append(thread.deleted());
        Lines.field(json, "watch", thread.watch());
        Lines.field(json, "state", Lines.word(thread.state()));
        Lines.field(json, "answer", thread.answer());
        Lines.field(json, "helper", thread.helper());
        Lines.field(json, "follow_up", thread.followUp());
        return json.append('}').toString();
    }

    private static String voice(SimulatedVoice voice) {
        var json = begun("voice");
        Lines.field(json, "id", voice.id());
        Lines.field(json, "lang", voice.lang());
        json.append(",\"noise\":").append(voice.isNoise());
        Lines.field(json, "persona", voice.persona());
        Lines.field(json, "other_persona", voice.otherPersona());
        Lines.field(json, "other_watch", voice.otherWatch());
        for (var role : voice.roles().entrySet()) {
            Lines.array(json, role.getKey(), role.getValue());
        }
        number(json, "influence", voice.influence());
        json.append(",\"followers\":").append(voice.followers());
        return json.append('}').toString();
    }

    private static StringBuilder begun(String kind) {
        var json = new StringBuilder(200).append("{\"kind\":");
        Lines.quoted(json, kind);
        return json;
    }

    private static void number(StringBuilder json, String name, double value) {
        json.append(String.format(Locale.ROOT, ",\"%s\":%.3f", name, value));
    }
}
