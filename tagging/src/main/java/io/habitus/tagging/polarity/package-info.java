/** How a text speaks of what it is about; ask {@link io.habitus.tagging.polarity.Polarities}. */
package io.habitus.tagging.polarity;
