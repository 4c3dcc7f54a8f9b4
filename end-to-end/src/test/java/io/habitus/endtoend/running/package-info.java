/** Starting, killing and asking a Habitus as a person or a program outside would. */
package io.habitus.endtoend.running;
