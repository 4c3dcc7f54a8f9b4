/**
 * What a model looks at in a text. Training and judging both ask here, so they cannot see different things.
 *
 * <ul>
 *   <li>{@link io.habitus.tagging.features.Features}: hashed and counted
 *   <li>{@link io.habitus.tagging.features.PolarityFeatures}: of how a text speaks
 *   <li>{@link io.habitus.tagging.features.LanguageFeatures}: of its language
 *   <li>{@code Pieces}: a post, cut for judging
 * </ul>
 */
package io.habitus.tagging.features;
