package io.habitus.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as JSON in UTF-8: absent instead of null, ISO 8601 times in UTC, unknown properties ignored. Never reads a
 * Java type name from a record, so a record cannot choose what is made of it.
 */
public final class JsonSerde<T> implements Serde<T> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(IsoInstants.module())
            .build();

    private final ObjectWriter writer;
    private final ObjectReader reader;

    private JsonSerde(Class<T> type) {
        writer = JSON.writerFor(type);
        reader = JSON.readerFor(type);
    }

    /** The JSON form of {@code type}, for a topic's value. */
    public static <T> JsonSerde<T> of(Class<T> type) {
        return new JsonSerde<>(type);
    }

    /** The event as JSON; null stays null (a tombstone). */
    public byte[] write(T event) {
        return event == null ? null : writer.writeValueAsBytes(event);
    }

    /**
     * The event in these bytes; null stays null.
     *
     * @throws SerializationException if the bytes are not such an event
     */
    public T read(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return reader.readValue(bytes);
        } catch (JacksonException unreadable) {
            // Without the cause: Jackson quotes the source, and the source may be a person's text.
            throw new SerializationException(
                    "not a readable event: " + unreadable.getClass().getSimpleName());
        }
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, event) -> write(event);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> read(bytes);
    }
}
