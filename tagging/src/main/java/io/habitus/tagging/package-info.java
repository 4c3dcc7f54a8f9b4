/**
 * What one text says: its tokens, its language, and how it speaks. Pure Java.
 *
 * <ul>
 *   <li>{@link io.habitus.tagging.Tokens}: a post, cut
 *   <li>{@link io.habitus.tagging.Token}: one of its words, tags, handles, addresses or emoji
 *   <li>{@link io.habitus.tagging.language.Languages}: the language of a text
 *   <li>{@link io.habitus.tagging.polarity.Polarities}: positive, neutral or negative
 *   <li>{@code io.habitus.tagging.features}: what the models look at
 *   <li>{@code io.habitus.tagging.linear}: the models
 *   <li>{@link io.habitus.tagging.Handles}: the handles in it, and how it is shown without them
 * </ul>
 */
package io.habitus.tagging;
