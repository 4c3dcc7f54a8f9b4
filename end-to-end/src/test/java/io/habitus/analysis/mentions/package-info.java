/** Bugs planted where analysis-service decides, to show that the guarantees notice them. */
package io.habitus.analysis.mentions;
