/**
 * What the services say to each other, and nothing else: topics, events, their JSON.
 *
 * <p>Read {@link io.habitus.contracts.Topics} first: every topic with its key, its value, its writer. The events, in
 * the order in which data meets them:
 *
 * <ul>
 *   <li>{@link io.habitus.contracts.PostEvent}: what was said in public, made one shape by ingest-service
 *   <li>{@link io.habitus.contracts.AuthorEvent}: an author was hidden, erased, restored
 *   <li>{@link io.habitus.contracts.WatchEvent}: the saved queries
 *   <li>{@link io.habitus.contracts.RematchEvent}: look again, the watches changed
 *   <li>{@link io.habitus.contracts.MentionEvent}: a post that a project's watches hear
 *   <li>{@link io.habitus.contracts.LiveView}: a watch's rolling view
 *   <li>{@link io.habitus.contracts.ProjectEvent}, {@link io.habitus.contracts.KeyEvent}: whose door it is
 * </ul>
 *
 * <p>Additive change is free: readers ignore what they do not know, and every field that a later version adds may be
 * null. Anything else is a new event. Golden JSON files guard every event.
 */
package io.habitus.contracts;
