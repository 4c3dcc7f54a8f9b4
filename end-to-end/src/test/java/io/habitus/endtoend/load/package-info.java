/** Figures, for people who ask; not part of the suite. */
package io.habitus.endtoend.load;
