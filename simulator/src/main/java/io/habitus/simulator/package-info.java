/**
 * A seeded stream of posts with planted truths, in the form a person imports. In the order in which a post comes to be:
 *
 * <ul>
 *   <li>{@link io.habitus.simulator.Simulation}: read this first; the lines, and the truth about every post
 *   <li>{@link io.habitus.simulator.SimulatedWatches}: what can be listened to, and what each watch hears by construction
 *   <li>{@code Rhythm}: when people talk; {@code Voices}: who does, and how much
 *   <li>{@code Composer} over {@code Vocabulary} and {@code Brands}: what they say
 *   <li>{@code Fates} and {@link io.habitus.simulator.Disorder}: what happens to a post afterwards
 *   <li>{@code Lines}: the lines as JSON
 * </ul>
 *
 * Every post is a function of the seed and its number, so nothing has to be remembered: memory does not grow with the
 * number of posts, and the truth can be asked for any post at any time.
 */
package io.habitus.simulator;
