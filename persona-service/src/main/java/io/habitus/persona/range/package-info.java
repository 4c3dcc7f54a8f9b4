/** Any stretch of a watch's timeline, cut into buckets of any zone's clock and calendar, counted when asked. */
package io.habitus.persona.range;
