package io.habitus.gateway;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** As much of JSON Schema 2020-12 as our description of the API uses. A word it does not know is an objection. */
final class JsonSchema {

    private static final List<String> KNOWN = List.of(
            "$ref",
            "type",
            "description",
            "examples",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "minItems",
            "maxItems",
            "enum",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "format",
            "default",
            "oneOf");

    private final JsonNode document;

    /** @param document that references point into */
    JsonSchema(JsonNode document) {
        this.document = document;
    }

    /** What a value does wrong, each with its place; empty if nothing. */
    List<String> objections(JsonNode schema, JsonNode value) {
        var found = new ArrayList<String>();
        check(schema, value, "$", found);
        return found;
    }

    /** What a reference points to. */
    JsonNode resolve(JsonNode schema) {
        if (!schema.has("$ref")) {
            return schema;
        }
        var target = document.at(schema.get("$ref").asString().substring(1));
        if (target.isMissingNode()) {
            throw new AssertionError("nothing at " + schema.get("$ref"));
        }
        return target;
    }

    private void check(JsonNode unresolved, JsonNode value, String at, List<String> found) {
        var schema = resolve(unresolved);
        schema.propertyNames().stream()
                .filter(word -> !KNOWN.contains(word))
                .forEach(word -> found.add(at + ": the schema says " + word + ", which nobody checks"));
        if (schema.has("oneOf")) {
            var fitting = schema.get("oneOf")
                    .valueStream()
                    .filter(each -> objections(each, value).isEmpty())
                    .count();
            if (fitting != 1) {
                found.add(at + ": fits " + fitting + " of oneOf");
            }
            return;
        }
        if (!hasType(schema.path("type"), value)) {
            found.add(at + ": is not of type " + schema.path("type"));
            return;
        }
        if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
            found.add(at + ": " + value + " is not one of " + schema.get("enum"));
        }
        checkText(schema, value, at, found);
        checkNumber(schema, value, at, found);
        checkObject(schema, value, at, found);
        checkArray(schema, value, at, found);
    }

    private static boolean hasType(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            return type.valueStream().anyMatch(each -> hasType(each, value));
        }
        return switch (type.asString("")) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> false;
        };
    }

    private static void checkText(JsonNode schema, JsonNode value, String at, List<String> found) {
        if (!value.isString()) {
            return;
        }
        var text = value.asString();
        if (schema.has("pattern")
                && !Pattern.compile(schema.get("pattern").asString())
                        .matcher(text)
                        .find()) {
            found.add(at + ": does not match " + schema.get("pattern"));
        }
        if (text.length() < schema.path("minLength").asInt(0)
                || text.length() > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            found.add(at + ": has the wrong length");
        }
        if (schema.path("format").asString("").equals("date-time") && !isTime(text)) {
            found.add(at + ": is not a time");
        }
    }

    private static boolean isTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException notATime) {
            return false;
        }
    }

    private static void checkNumber(JsonNode schema, JsonNode value, String at, List<String> found) {
        if (value.isNumber()
                && (value.asDouble() < schema.path("minimum").asDouble(-Double.MAX_VALUE)
                        || value.asDouble() > schema.path("maximum").asDouble(Double.MAX_VALUE))) {
            found.add(at + ": is out of range");
        }
    }

    private void checkObject(JsonNode schema, JsonNode value, String at, List<String> found) {
        if (!value.isObject()) {
            return;
        }
        schema.path("required")
                .valueStream()
                .map(JsonNode::asString)
                .filter(name -> !value.has(name))
                .forEach(name -> found.add(at + ": lacks " + name));
        value.propertyStream().forEach(field -> {
            var place = at + "." + field.getKey();
            var property = schema.path("properties").get(field.getKey());
            var others = schema.path("additionalProperties");
            if (property != null) {
                check(property, field.getValue(), place, found);
            } else if (others.isObject()) {
                check(others, field.getValue(), place, found);
            } else if (others.isBoolean() ? !others.asBoolean() : schema.has("properties")) {
                // Stricter than JSON Schema: what our own description does not name is a gap in it.
                found.add(place + ": is not described");
            }
        });
    }

    private void checkArray(JsonNode schema, JsonNode value, String at, List<String> found) {
        if (!value.isArray()) {
            return;
        }
        if (value.size() < schema.path("minItems").asInt(0)
                || value.size() > schema.path("maxItems").asInt(Integer.MAX_VALUE)) {
            found.add(at + ": has the wrong number of items");
        }
        for (var i = 0; i < value.size(); i++) {
            check(schema.path("items"), value.get(i), at + "[" + i + "]", found);
        }
    }
}
