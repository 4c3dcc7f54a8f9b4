package io.habitus.backends;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.Optional;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.metadata.LeaderAndIsr;

/**
 * Mends a bug of the broker of Kafka 4.3 (KAFKA-20734) by which a kill can leave transactions open for ever; see
 * docs/decisions/0014. To be deleted with the first Kafka that has it mended.
 */
public final class LeaderEndpoints {

    private static final String CACHE = "org.apache.kafka.metadata.KRaftMetadataCache";
    private static final String METHOD = "getPartitionLeaderEndpoint";
    private static final ClassDesc IMAGE =
            MetadataImage.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc ANSWER = MethodTypeDesc.of(
            Optional.class.describeConstable().orElseThrow(),
            IMAGE,
            ConstantDescs.CD_String,
            ConstantDescs.CD_int,
            ListenerName.class.describeConstable().orElseThrow());

    private LeaderEndpoints() {}

    /**
     * Where the leader of a partition is reached, as Kafka up to 4.2 answers it.
     *
     * @return empty if there is no such partition, {@link Node#noNode()} if it has no leader just now
     */
    public static Optional<Node> of(MetadataImage image, String topic, int partition, ListenerName listener) {
        return Optional.ofNullable(image.topics().getTopic(topic))
                .flatMap(known -> Optional.ofNullable(known.partitions().get(partition)))
                .map(known -> Optional.ofNullable(image.cluster().broker(known.leader))
                        .flatMap(broker -> broker.node(listener.value()))
                        .orElse(Node.noNode()));
    }

    /**
     * Makes the broker of this JVM ask {@link #of}, before it has loaded the class that gets it wrong.
     *
     * @throws IllegalStateException if it is too late, or if this Kafka is built in another way
     */
    static void mend() {
        byte[] mended = mended();
        try {
            MethodHandles.privateLookupIn(LeaderAndIsr.class, MethodHandles.lookup())
                    .defineClass(mended);
        } catch (IllegalAccessException | LinkageError tooLate) {
            throw new IllegalStateException(CACHE + " cannot be mended", tooLate);
        }
    }

    private static byte[] mended() {
        ClassModel original = ClassFile.of().parse(original());
        if (original.methods().stream()
                        .filter(method -> method.methodName().equalsString(METHOD))
                        .count()
                != 1) {
            throw new IllegalStateException(CACHE + " has no method " + METHOD + ": is the bug still there?");
        }
        MethodTransform ask = MethodTransform.dropping(element -> element instanceof CodeModel)
                .andThen(MethodTransform.endHandler(method -> method.withCode(code -> code.aload(0)
                        .getfield(ClassDesc.of(CACHE), "currentImage", IMAGE)
                        .aload(1)
                        .iload(2)
                        .aload(3)
                        .invokestatic(LeaderEndpoints.class.describeConstable().orElseThrow(), "of", ANSWER)
                        .areturn())));
        return ClassFile.of()
                .transformClass(
                        original,
                        ClassTransform.transformingMethods(
                                method -> method.methodName().equalsString(METHOD), ask));
    }

    private static byte[] original() {
        String path = CACHE.replace('.', '/') + ".class";
        try (InputStream in = LeaderAndIsr.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + path);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
