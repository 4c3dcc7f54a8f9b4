/** What a follower of live views is told next: whole views, and what changed about them. */
package io.habitus.persona.frames;
