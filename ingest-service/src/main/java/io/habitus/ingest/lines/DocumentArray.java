package io.habitus.ingest.lines;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Cuts a JSON array into its elements, so that each can be read as a line is. All or nothing: a broken array has none. */
public final class DocumentArray {

    /** The most elements of an array; more of them are a file to import. */
    public static final int MOST = 1_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            // UTF-8 only, as elements are read; of other encodings the parser tells no byte offsets.
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .build();

    /** What the cutting came to. */
    public sealed interface Cut {

        /** The elements in order. */
        record Elements(List<Element> elements) implements Cut {}

        /** No array, or a broken one. */
        record Broken(String reason) implements Cut {}

        /** More than {@link #MOST} elements. */
        record TooMany() implements Cut {}
    }

    /** Where an element stands in the body, {@code end} exclusive. */
    public record Element(int start, int end) {}

    /** Whether the body begins as an array does. */
    public static boolean isArray(byte[] body) {
        for (byte b : body) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return b == '[';
            }
        }
        return false;
    }

    public static Cut cut(byte[] body) {
        var elements = new ArrayList<Element>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (elements.size() == MOST) {
                    return new Cut.TooMany();
                }
                int start = (int) json.currentTokenLocation().getByteOffset();
                json.skipChildren();
                // A string is read when it is asked for; its end is known after that.
                json.finishToken();
                elements.add(new Element(start, (int) json.currentLocation().getByteOffset()));
            }
            return json.nextToken() == null
                    ? new Cut.Elements(elements)
                    : new Cut.Broken("the body must hold one JSON array and nothing after it");
        } catch (JacksonException broken) {
            return new Cut.Broken(NotJson.because(broken));
        }
    }

    private DocumentArray() {}
}
