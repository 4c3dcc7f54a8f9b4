/**
 * What Habitus promises, tried through the public door on what {@code habitus up} starts: by the script itself in {@code
 * FirstSteps}, elsewhere the same programs in JVMs that compile less.
 *
 * <ul>
 *   <li>{@code guarantees}: the promises, one class each; run by {@code mvn verify}
 *   <li>{@code running}: starting, killing and asking a Habitus as a person or a program outside would
 *   <li>{@code recount}: a second reading of the query language, which shares no code with the services
 *   <li>{@code load}: figures, for people who ask; not part of the suite
 * </ul>
 */
package io.habitus.endtoend;
