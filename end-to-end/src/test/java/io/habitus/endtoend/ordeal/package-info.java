/** What goes wrong in the world, done to a running Habitus on purpose and repeatably. */
package io.habitus.endtoend.ordeal;
