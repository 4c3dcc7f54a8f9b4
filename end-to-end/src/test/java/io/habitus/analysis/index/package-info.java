/** Bugs planted where analysis-service writes the index, to show that the guarantees notice them. */
package io.habitus.analysis.index;
