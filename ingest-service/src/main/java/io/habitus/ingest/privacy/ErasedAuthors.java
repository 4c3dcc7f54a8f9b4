package io.habitus.ingest.privacy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The pseudonyms of all authors who were erased. Erased is for ever: nobody leaves this set. */
public final class ErasedAuthors {

    private final Set<String> pseudonyms = ConcurrentHashMap.newKeySet();

    public void add(String pseudonym) {
        pseudonyms.add(pseudonym);
    }

    /** Whether this author was erased; not if there is none (null). */
    public boolean contains(String pseudonym) {
        return pseudonym != null && pseudonyms.contains(pseudonym);
    }
}
