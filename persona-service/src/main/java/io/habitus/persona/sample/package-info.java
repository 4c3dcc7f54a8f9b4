/**
 * What SAMPLE says, held by every instance: the "everything else heard" that own words are compared with.
 *
 * <ul>
 *   <li>{@link io.habitus.persona.sample.Sample}: what can be asked; read it first
 *   <li>{@code ProjectSample}: the sample of one project: which voices, and what they said
 *   <li>{@link io.habitus.persona.sample.SampleReader}: from the log into memory
 * </ul>
 */
package io.habitus.persona.sample;
