/** The supervisor behind habitus up. */
package io.habitus.allinone;
