/**
 * What one text says: today its tokens. Pure Java.
 *
 * <ul>
 *   <li>{@link io.habitus.tagging.Tokens}: a post, cut
 *   <li>{@link io.habitus.tagging.Token}: one of its words, tags, handles, addresses or emoji
 * </ul>
 */
package io.habitus.tagging;
