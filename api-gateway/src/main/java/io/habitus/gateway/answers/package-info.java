/**
 * How this room reads what a client sent and says what came of it: {@link io.habitus.gateway.answers.Body},
 * {@link io.habitus.gateway.answers.Answers}, {@link io.habitus.gateway.answers.Problem}. It knows no other package of the
 * room.
 */
package io.habitus.gateway.answers;
