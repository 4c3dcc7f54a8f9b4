package io.habitus.simulator;

import io.habitus.simulator.Voices.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The truth about one voice.
 *
 * @param id its native id
 * @param lang {@code de} or {@code en}
 * @param persona name of the persona it shows, or null if it is noise
 * @param otherPersona name of the persona it shows in talk about {@code otherWatch} instead, or null
 * @param otherWatch name of a watch, or null
 * @param roles for each role ({@code leader}, {@code multiplier}, {@code helper}) the names of the watches in whose talk
 *     it has the role
 * @param influence how readily others answer and carry on what it says, in proportion to the median, which is 1
 * @param followers as its posts state them; between their logarithms and those of the influence the correlation is .5
 */
public record SimulatedVoice(
        String id,
        String lang,
        String persona,
        String otherPersona,
        String otherWatch,
        Map<String, List<String>> roles,
        double influence,
        long followers) {

    /** Whether it behaves like nobody in particular. */
    public boolean isNoise() {
        return persona == null;
    }

    static SimulatedVoice of(Voices voices, Voice voice) {
        var roles = new LinkedHashMap<String, List<String>>();
        for (Role role : Role.values()) {
            List<String> watches = IntStream.range(0, Brands.COUNT)
                    .filter(brand -> voices.is(role, voice, brand))
                    .mapToObj(Brands::watch)
                    .toList();
            if (!watches.isEmpty()) {
                roles.put(role.name().toLowerCase(Locale.ROOT), watches);
            }
        }
        return new SimulatedVoice(
                voice.id(),
                voice.lang(),
                voice.persona() < 0 ? null : Persona.ALL.get(voice.persona()).name(),
                voice.otherPersona() < 0
                        ? null
                        : Persona.ALL.get(voice.otherPersona()).name(),
                voice.otherBrand() < 0 ? null : Brands.watch(voice.otherBrand()),
                roles,
                voice.influence(),
                voice.followers());
    }
}
