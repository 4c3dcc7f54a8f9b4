package io.habitus.gateway.door;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;

/**
 * Finds the route of a request. Paths are plain: letters, digits, {@code . _ -}, nothing encoded, no empty and no dotted
 * segment. Whatever else two readers of a path could understand differently does not exist here.
 */
public final class RouteTable {

    private static final Pattern PLAIN = Pattern.compile("/(?:[A-Za-z0-9_][A-Za-z0-9._-]*(?:/(?=.)|$))*");

    private final List<Template> templates;

    public RouteTable(List<Route> routes) {
        templates = routes.stream()
                .map(route -> new Template(route, segments(route.path())))
                // A literal segment is more than a variable one: validate before {id}.
                .sorted(Comparator.comparingInt(Template::variables))
                .toList();
    }

    /** What a request leads to. */
    sealed interface Found {

        /** @param variables of the path, by name */
        record Way(Route route, Map<String, String> variables) implements Found {}

        /** The path exists, the method does not; sorted by name. */
        record OtherMethods(List<String> methods) implements Found {}

        record Nothing() implements Found {}
    }

    static boolean plain(String path) {
        return PLAIN.matcher(path).matches();
    }

    /** @param path as it stands in the request line, without the query */
    Found find(HttpMethod method, String path) {
        if (!plain(path)) {
            return new Found.Nothing();
        }
        var asked = segments(path);
        var wanted = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        var others = new TreeSet<String>();
        for (var template : templates) {
            var variables = template.match(asked);
            if (variables == null) {
                continue;
            }
            if (template.route().method().equals(wanted)) {
                return new Found.Way(template.route(), variables);
            }
            others.add(template.route().method().name());
        }
        return others.isEmpty() ? new Found.Nothing() : new Found.OtherMethods(new ArrayList<>(others));
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    private record Template(Route route, List<String> segments) {

        int variables() {
            return (int) segments.stream().filter(Template::variable).count();
        }

        private static boolean variable(String segment) {
            return segment.startsWith("{");
        }

        /** The variables, or null if the path is another one. */
        Map<String, String> match(List<String> asked) {
            if (asked.size() != segments.size()) {
                return null;
            }
            var variables = new HashMap<String, String>();
            for (var i = 0; i < asked.size(); i++) {
                var segment = segments.get(i);
                if (variable(segment)) {
                    variables.put(segment.substring(1, segment.length() - 1), asked.get(i));
                } else if (!segment.equals(asked.get(i))) {
                    return null;
                }
            }
            return variables;
        }
    }
}
