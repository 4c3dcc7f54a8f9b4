/**
 * How much a watch usually hears, learned from its own past, and how far from it is still chance. Read {@link
 * io.habitus.persona.expected.UsualVolumes} first, then {@link io.habitus.persona.expected.Rhythm}.
 */
package io.habitus.persona.expected;
