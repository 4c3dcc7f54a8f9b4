package io.habitus.endtoend.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one service tells Prometheus at one moment.
 *
 * @param text as it stands there
 */
public record Meters(String text) {

    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)\\})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** One line that is no comment. */
    private record Sample(String name, Map<String, String> labels, double value) {}

    /** Those of every service, by its name. */
    public static Map<String, Meters> of(RunningHabitus habitus) {
        var all = new TreeMap<String, Meters>();
        habitus.services().forEach((name, service) -> all.put(name, of(service)));
        return all;
    }

    private static Meters of(Api service) {
        Api.Answer answer = service.get("/actuator/prometheus");
        if (answer.status() != 200) {
            throw new AssertionError("status " + answer.status() + ": " + answer.text());
        }
        return new Meters(answer.text());
    }

    /** The names and types of all meters; the greatest of a timer is part of it. */
    public Map<String, String> types() {
        var types = new TreeMap<String, String>();
        text.lines().filter(line -> line.startsWith("# TYPE ")).forEach(line -> {
            String[] words = line.split(" ");
            types.put(words[2], words[3]);
        });
        types.keySet()
                .removeIf(name -> name.endsWith("_max")
                        && "summary".equals(types.get(name.substring(0, name.length() - "_max".length()))));
        return types;
    }

    /** The values of every label of a meter, by the label. */
    public Map<String, Set<String>> labels(String name) {
        var labels = new TreeMap<String, Set<String>>();
        samples(name).forEach(sample -> sample.labels()
                .forEach((label, value) ->
                        labels.computeIfAbsent(label, _ -> new TreeSet<>()).add(value)));
        return labels;
    }

    /**
     * The sum of a meter over all that have these labels; 0 if there is none.
     *
     * @param labels for example {@code outcome=seen}
     */
    public long sum(String name, String... labels) {
        return (long) samples(name)
                .filter(sample -> Stream.of(labels)
                        .map(label -> label.split("=", 2))
                        .allMatch(label -> label[1].equals(sample.labels().get(label[0]))))
                .mapToDouble(Sample::value)
                .sum();
    }

    private Stream<Sample> samples(String name) {
        return all().stream().filter(sample -> sample.name().equals(name));
    }

    private List<Sample> all() {
        var samples = new ArrayList<Sample>();
        text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(line -> {
            var sample = SAMPLE.matcher(line);
            if (!sample.matches()) {
                throw new AssertionError("no sample: " + line);
            }
            var labels = new TreeMap<String, String>();
            if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
            }
            samples.add(new Sample(sample.group(1), labels, Double.parseDouble(sample.group(3))));
        });
        return samples;
    }
}
