/**
 * What people ask for. One parser and one syntax tree, understood by the stream ({@code watches}) and by the search
 * index alike.
 *
 * <ul>
 *   <li>{@link io.habitus.analysis.query.QueryParser}: text to {@link io.habitus.analysis.query.Query}, or why not
 *   <li>{@link io.habitus.analysis.query.Query}: the tree, and what each part of it means
 *   <li>{@link io.habitus.analysis.query.SearchQuery}: the tree as Elasticsearch understands it
 *   <li>{@link io.habitus.analysis.query.Highlights}: which words of a post it is about
 * </ul>
 */
package io.habitus.analysis.query;
