/**
 * Mentions become live views: how much each watch hears, now and in any stretch of time.
 *
 * <p>Read {@link io.habitus.persona.ViewTopology} first. The packages, in the order in which data meets them:
 *
 * <ul>
 *   <li>{@code contribution}: what each mention contributes to each watch, and what an event changes about that
 *   <li>{@code timeline}: every mention of every watch in order of time, the one truth all figures are counted from
 *   <li>{@code rolling}: the last hour, day and week, kept live; when to send them to VIEWS
 *   <li>{@code range}: any other stretch, in buckets of any zone, counted when asked
 *   <li>{@code expected}: how much is usual in a stretch, learned from what was heard before it
 *   <li>{@code words}: the own words of a watch, out of what it hears and a sample of everything
 *   <li>{@code views}: the newest of VIEWS, held by every instance
 *   <li>{@code sample}: what sampled voices say, matched or not, held by every instance
 *   <li>{@code wording}: the own words of a watch, found when asked
 *   <li>{@code frames}: what a follower of views is told next: the whole, or what changed; own words
 *   <li>{@code rest}: what others may ask
 *   <li>{@code running}: topics, Kafka Streams, memory, health, lag
 * </ul>
 */
package io.habitus.persona;
