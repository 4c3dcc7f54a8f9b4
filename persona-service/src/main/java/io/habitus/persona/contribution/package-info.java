/** What each mention contributes to each watch, and what an event of MENTIONS changes about that. */
package io.habitus.persona.contribution;
