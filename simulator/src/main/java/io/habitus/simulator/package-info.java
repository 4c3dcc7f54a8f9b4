/**
 * A seeded stream of posts with planted truths, in the form a person imports. In the order in which a post comes to be:
 *
 * <ul>
 *   <li>{@link io.habitus.simulator.Simulation}: read this first; the lines, and the truth about every post
 *   <li>{@link io.habitus.simulator.SimulatedWatches}: what can be listened to, and what each watch hears by construction
 *   <li>{@code Rhythm} with {@link io.habitus.simulator.Pace} and {@code Incidents}: when people talk
 *   <li>{@code Voices} and {@code Persona}: who does, how much, and in which way
 *   <li>{@code Drafts} with {@code Targets} and {@code Conversations}: who speaks to whom, and what becomes of questions
 *   <li>{@code Matters}: what somebody has to say; {@code Brands}, {@link io.habitus.simulator.Deed}
 *   <li>{@code Composer} over {@code Vocabulary}, {@code Themes}, {@code OwnWords}, {@code Tone} and {@code Turns}: the words
 *   <li>{@code Fates} and {@link io.habitus.simulator.Disorder}: what happens to a post afterwards
 *   <li>{@code Lines} and {@code PlantedLines}: all of it as JSON
 *   <li>{@link io.habitus.simulator.Usage}, {@link io.habitus.simulator.PersonaBaseline}: how it came out, and how hard it is
 * </ul>
 *
 * <p>Every post is a function of the seed and its number, so nothing has to be remembered: memory does not grow with the
 * number of posts, and the truth can be asked for any post at any time.
 */
package io.habitus.simulator;
