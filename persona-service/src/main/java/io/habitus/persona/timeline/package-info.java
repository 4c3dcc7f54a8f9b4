/** Every mention of every watch in order of time: the one truth that all figures are counted from. */
package io.habitus.persona.timeline;
