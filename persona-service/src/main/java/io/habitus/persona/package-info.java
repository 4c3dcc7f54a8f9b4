/** Mentions become live views. */
package io.habitus.persona;
