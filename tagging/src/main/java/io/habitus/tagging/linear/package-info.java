/**
 * Linear models: scores of hashed features, as files of one byte a weight.
 *
 * <ul>
 *   <li>{@link io.habitus.tagging.linear.LinearModel}: scores and likelihoods of one text
 *   <li>{@link io.habitus.tagging.linear.Weights}: as training found them
 *   <li>{@link io.habitus.tagging.linear.ModelFile}: the format
 *   <li>{@link io.habitus.tagging.linear.ShippedModels}: those that come with the program
 * </ul>
 */
package io.habitus.tagging.linear;
