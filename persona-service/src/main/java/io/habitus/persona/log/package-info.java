/** Topics that every instance reads as a whole. */
package io.habitus.persona.log;
