/**
 * Mentions can be searched.
 *
 * <ul>
 *   <li>{@link io.habitus.analysis.index.MentionIndexing}: MENTIONS into the index, at least once
 *   <li>{@code Writing}: a batch, until all of it is settled
 *   <li>{@code Indexed}: what became of every record, counted
 *   <li>{@code MentionDocument}: a mention event as Elasticsearch gets it
 *   <li>{@link io.habitus.analysis.index.MentionIndex}: the index itself, written and searched; the only class that
 *       speaks to Elasticsearch
 * </ul>
 */
package io.habitus.analysis.index;
