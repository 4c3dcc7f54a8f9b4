/**
 * Posts become mentions; mentions can be searched. The only owner of Elasticsearch.
 *
 * <p>The packages, in the order in which data meets them:
 *
 * <ul>
 *   <li>{@code log}: how this service meets Kafka
 *   <li>{@code query}: what people ask for, parsed
 *   <li>{@code watches}: the saved queries of all projects, and which of them hear a post
 *   <li>{@code mentions}: posts become mentions; {@code MentionTopology} is the file to read first
 *   <li>{@code rematching}: watches change, and what was said before is looked at again
 *   <li>{@code index}: mentions in Elasticsearch, written and searched
 *   <li>{@code api}: what the service answers, behind the gateway
 * </ul>
 */
package io.habitus.analysis;
