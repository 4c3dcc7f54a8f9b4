package io.habitus.persona.expected;

/** How often what is usual lies within its limits. */
enum Surely {
    /** For a bucket: of twenty, one lies outside by chance. */
    BUCKET(0.95),
    /** For a total, of which something is said in words, for forty watches at once: of a hundred, one. */
    TOTAL(0.99);

    private final double share;

    Surely(double share) {
        this.share = share;
    }

    double share() {
        return share;
    }
}
