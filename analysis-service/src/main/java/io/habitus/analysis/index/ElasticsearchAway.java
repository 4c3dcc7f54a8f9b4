package io.habitus.analysis.index;

/** Elasticsearch cannot be reached, is overloaded, or refuses for a reason that will pass. Try again later. */
public final class ElasticsearchAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ElasticsearchAway(String what, Throwable cause) {
        super(what, cause);
    }
}
