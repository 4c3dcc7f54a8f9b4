package io.habitus.gateway.door;

import io.habitus.contracts.KeyEvent.Issued;
import io.habitus.contracts.KeyEvent.Scope;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who stands at the door, after the key was looked at. */
public sealed interface Visitor {

    /** Somebody without a key. */
    record Stranger() implements Visitor {}

    /**
     * The bearer of a good key.
     *
     * @param until when the session or the key ends, UTC; null for never
     */
    record Bearer(Issued key, Instant until) implements Visitor {

        public boolean may(Scope scope) {
            return key.scopes().contains(scope);
        }

        /** Whether the key opens every project, those to come included. */
        public boolean everywhere() {
            return key.projects().isEmpty();
        }

        public boolean opens(String project) {
            return everywhere() || key.projects().contains(project);
        }

        /** The scopes as the services read them: lower case, with commas between, sorted. */
        public String scopes() {
            return key.scopes().stream()
                    .sorted()
                    .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(","));
        }
    }
}
