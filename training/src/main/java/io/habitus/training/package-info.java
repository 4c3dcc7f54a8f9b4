/**
 * Trains and scores the models that {@code tagging} loads. Never at run time of a service.
 *
 * <ul>
 *   <li>{@link io.habitus.training.Main}: what a person types
 *   <li>{@code PolarityTraining}, {@code LanguageTraining}: which texts, which settings
 *   <li>{@code PolaritySets}: the sets and what their labels mean
 *   <li>{@code Corpus}: labelled texts, each once
 *   <li>{@code Trainer}: texts become weights
 *   <li>{@code Calibration}: scores become likelihoods
 *   <li>{@code Scores}: how good it is
 * </ul>
 */
package io.habitus.training;
