/** The last hour, day and week of every watch, kept live; and when to send them. */
package io.habitus.persona.rolling;
