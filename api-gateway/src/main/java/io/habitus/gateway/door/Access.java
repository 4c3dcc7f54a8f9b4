package io.habitus.gateway.door;

import io.habitus.contracts.KeyEvent.Scope;

/** Who may go through. Where the path names a project, the key must open that project as well. */
public sealed interface Access {

    /** Anybody. */
    record Open() implements Access {}

    /** Whoever has a key. */
    record Keyed() implements Access {}

    /** Whoever has a key with this scope. */
    record Scoped(Scope scope) implements Access {}

    /** Whoever has a key with this scope that opens all projects: what is behind is not of one project alone. */
    record Everywhere(Scope scope) implements Access {}
}
