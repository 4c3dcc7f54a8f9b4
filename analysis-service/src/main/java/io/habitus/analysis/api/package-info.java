/**
 * What the service answers, behind the gateway: watches, mentions, its own state.
 *
 * <ul>
 *   <li>{@code WatchRoutes}, {@code SavedWatches}: the saved queries of a project
 *   <li>{@code MentionRoutes}, {@code MentionParameters}: mentions searched
 *   <li>{@code Showing}, {@code ShownText}: what of a mention may leave, with the words marked that were asked for
 *   <li>{@code StatusRoutes}: lag and health
 *   <li>{@code Problems}: everything that is not a success
 * </ul>
 */
package io.habitus.analysis.api;
