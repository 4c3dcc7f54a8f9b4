/** What VIEWS says, held by every instance. */
package io.habitus.persona.views;
