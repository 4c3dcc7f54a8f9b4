/** How this service meets Kafka: its clients, its topics, and work that begins again after a fault. */
package io.habitus.analysis.log;
