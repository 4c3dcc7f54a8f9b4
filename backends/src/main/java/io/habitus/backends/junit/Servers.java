package io.habitus.backends.junit;

import java.net.URI;

/** A Kafka and an Elasticsearch that tests can stop, kill and start. Addresses stay the same over restarts. */
sealed interface Servers permits EmbeddedServers, ContainerServers {

    String bootstrapServers();

    URI elasticsearch();

    void startKafka();

    void stopKafka();

    void startElasticsearch();

    void stopElasticsearch();

    void killElasticsearch();

    void close();
}
