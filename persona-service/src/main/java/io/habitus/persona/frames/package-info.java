/** What a follower of live views is told next: whole views, what changed about them, and own words. */
package io.habitus.persona.frames;
