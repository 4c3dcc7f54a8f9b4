package io.habitus.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.metadata.PartitionRecord;
import org.apache.kafka.common.metadata.RegisterBrokerRecord;
import org.apache.kafka.common.metadata.RegisterBrokerRecord.BrokerEndpoint;
import org.apache.kafka.common.metadata.RegisterBrokerRecord.BrokerEndpointCollection;
import org.apache.kafka.common.metadata.TopicRecord;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.MetadataProvenance;
import org.apache.kafka.metadata.KRaftMetadataCache;
import org.apache.kafka.server.common.KRaftVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaderEndpointsTest {

    private static final ListenerName LISTENER = new ListenerName("PLAINTEXT");
    private static final int LED = 0;
    private static final int WITHOUT_LEADER = 1;
    private static final int MISSING = 2;

    @Test
    void a_partition_without_a_leader_is_not_taken_for_one_that_was_deleted(@TempDir Path folder) {
        // Loads the class, as the broker does before all else.
        new EmbeddedKafka(folder, 1, 2);
        var cache = new KRaftMetadataCache(1, () -> KRaftVersion.KRAFT_VERSION_1);
        cache.setImage(image());

        assertThat(cache.getPartitionLeaderEndpoint("said", LED, LISTENER).map(Node::id))
                .contains(1);
        assertThat(cache.getPartitionLeaderEndpoint("said", WITHOUT_LEADER, LISTENER))
                .contains(Node.noNode());
        assertThat(cache.getPartitionLeaderEndpoint("said", LED, new ListenerName("OTHER")))
                .contains(Node.noNode());
        assertThat(cache.getPartitionLeaderEndpoint("said", MISSING, LISTENER)).isEmpty();
        assertThat(cache.getPartitionLeaderEndpoint("unsaid", LED, LISTENER)).isEmpty();
    }

    private static MetadataImage image() {
        var topic = Uuid.randomUuid();
        var endpoints = new BrokerEndpointCollection();
        endpoints.add(new BrokerEndpoint()
                .setName(LISTENER.value())
                .setHost("127.0.0.1")
                .setPort(9092)
                .setSecurityProtocol((short) 0));
        var delta = new MetadataDelta.Builder().setImage(MetadataImage.EMPTY).build();
        delta.replay(new RegisterBrokerRecord()
                .setBrokerId(1)
                .setIncarnationId(Uuid.randomUuid())
                .setEndPoints(endpoints));
        delta.replay(new TopicRecord().setName("said").setTopicId(topic));
        delta.replay(partition(topic, LED).setLeader(1));
        delta.replay(partition(topic, WITHOUT_LEADER).setLeader(-1));
        return delta.apply(MetadataProvenance.EMPTY);
    }

    private static PartitionRecord partition(Uuid topic, int partition) {
        return new PartitionRecord()
                .setTopicId(topic)
                .setPartitionId(partition)
                .setReplicas(List.of(1))
                .setIsr(List.of(1));
    }
}
