/** One Kafka and one Elasticsearch for all tests of a JVM: {@link io.habitus.backends.junit.Backends}. */
package io.habitus.backends.junit;
