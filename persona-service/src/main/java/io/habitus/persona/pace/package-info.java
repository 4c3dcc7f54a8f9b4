/** When what was counted becomes visible and final. */
package io.habitus.persona.pace;
