package io.habitus.analysis.agreement;

/** A query as a person may type it, and its meaning. */
record Question(String typed, Asked meaning) {}
