/**
 * Posts become mentions.
 *
 * <ul>
 *   <li>{@link io.habitus.analysis.mentions.MentionTopology}: the flow; read it first
 *   <li>{@code Reading}: bytes become events, or are set aside
 *   <li>{@code Decisions}: what each project hears of a post, under everything that can happen to it
 *   <li>{@code Revisions}: which text of a post counts
 *   <li>{@code Tagging}: what the models say of it
 *   <li>{@code Sampling}, {@code SampleBudget}: what sampled voices say, matched or not, and how many they are
 *   <li>{@code KnownPost}: what is remembered of a post
 *   <li>{@link io.habitus.analysis.mentions.MentionStreams}: the flow at work
 * </ul>
 */
package io.habitus.analysis.mentions;
