/**
 * The world's posts, made one shape.
 *
 * <p>Read {@link io.habitus.ingest.Intake} first: it is the way of a line from the request to the log. The packages, in
 * the order in which data meets them:
 *
 * <ul>
 *   <li>{@code http}: the push API, author events, the accounts, and how it says no
 *   <li>{@code lines}: cuts a body into lines, and reads a line strictly
 *   <li>{@code privacy}: pseudonyms, sealed origins, who was erased; native ids end here
 *   <li>this package: takes lines in, at most so many under way, settles them in order
 *   <li>{@code log}: topics, the only producer, what was published last, the books
 *   <li>{@code accounts}: received = published + seen + unreadable, per source; when listening was possible
 * </ul>
 */
package io.habitus.ingest;
