/** What Habitus promises, one class a promise; {@code Ordeal} is what some of them put a Habitus through. */
package io.habitus.endtoend.guarantees;
