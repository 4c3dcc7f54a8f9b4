/** A seeded stream of posts with planted truths. */
package io.habitus.simulator;
