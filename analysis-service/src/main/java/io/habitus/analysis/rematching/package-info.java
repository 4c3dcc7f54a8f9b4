/**
 * Watches change under way: what was said before is looked at again.
 *
 * <ul>
 *   <li>{@link io.habitus.analysis.rematching.Rematching}: the steps, and why nothing falls between old and new
 *   <li>{@code Changes}: which posts and mentions a change concerns
 *   <li>{@code Requests}: what is asked of the topology in REMATCHES
 * </ul>
 */
package io.habitus.analysis.rematching;
