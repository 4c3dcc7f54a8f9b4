/** The own words of watches: both sides brought together, and the answer kept for a while. */
package io.habitus.persona.wording;
