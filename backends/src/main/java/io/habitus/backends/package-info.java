/**
 * The two real servers, startable from Java, and the JUnit extension that brings them to tests.
 *
 * <ul>
 *   <li>{@link io.habitus.backends.EmbeddedKafka}: a Kafka broker in this JVM; {@link io.habitus.backends.Broker} is the
 *       same as a process of its own
 *   <li>{@link io.habitus.backends.ElasticsearchDistribution} and {@link io.habitus.backends.ElasticsearchProcess}: the
 *       official server, unpacked once, run as a child process
 *   <li>{@link io.habitus.backends.UnprivilegedUser}: who runs it when we are root
 *   <li>{@code junit}: one Kafka and one Elasticsearch for all tests of a JVM
 * </ul>
 */
package io.habitus.backends;
