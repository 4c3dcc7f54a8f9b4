package io.habitus.contracts;

import org.apache.kafka.common.serialization.Serde;

/**
 * A Kafka topic as a typed constant: who reads or writes it names it by this, never by a string.
 *
 * @param name the topic's name in the broker
 * @param key how keys are written and read
 * @param value how values are written and read
 * @param keeping what the broker keeps
 * @param spread how the topic is cut into partitions
 */
public record Topic<K, V>(String name, Serde<K> key, Serde<V> value, Keeping keeping, Spread spread) {

    /** What the broker keeps of a topic. */
    public enum Keeping {
        /** Everything, for a time or up to a size, whichever is less. */
        LOG,
        /** The newest value of each key, for ever; a null value deletes the key. */
        NEWEST_PER_KEY,
        /** The newest value of each key, for a time; a null value deletes the key before. */
        NEWEST_PER_KEY_FOR_A_TIME
    }

    /** How a topic is cut into partitions. */
    public enum Spread {
        /** As many partitions as the installation chose at its first start; fixed from then on. */
        WIDE,
        /** One partition: small, and its order over all keys matters. */
        SINGLE
    }
}
