package io.habitus.commandline;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON in and out. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String pretty(JsonNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** @throws JacksonException if these bytes are not JSON */
    static JsonNode read(byte[] bytes) {
        return bytes.length == 0 ? object() : MAPPER.readTree(bytes);
    }

    private Json() {}
}
