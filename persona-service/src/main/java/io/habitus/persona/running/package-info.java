/** What makes it run: topics, Kafka Streams, memory, health, lag. */
package io.habitus.persona.running;
