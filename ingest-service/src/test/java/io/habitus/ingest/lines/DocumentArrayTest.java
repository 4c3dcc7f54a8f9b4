package io.habitus.ingest.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.ingest.lines.DocumentArray.Cut;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentArrayTest {

    @Test
    void an_array_is_cut_into_its_elements() {
        assertThat(elementsOf(" [ {\"a\":\"ä]\"} ,{\"b\":[1,{}]},7 , \"x\",null,[],-1.5e3]\n"))
                .containsExactly("{\"a\":\"ä]\"}", "{\"b\":[1,{}]}", "7", "\"x\"", "null", "[]", "-1.5e3");
        assertThat(elementsOf("[]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[{}", "[{},]", "[{}] x", "[{}][]", "[{\"a\":}]", "[tru]"})
    void a_broken_array_has_no_elements(String body) {
        assertThat(DocumentArray.cut(body.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Cut.Broken.class);
    }

    @Test
    void an_array_in_another_encoding_is_broken() {
        assertThat(DocumentArray.cut("[{\"id\":\"1\"}]".getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(Cut.Broken.class);
        assertThat(DocumentArray.cut("[{\"id\":\"1\"}]".getBytes(Charset.forName("UTF-32LE"))))
                .isInstanceOf(Cut.Broken.class);
    }

    @Test
    void more_than_a_thousand_are_a_file() {
        assertThat(elementsOf("[" + "1,".repeat(999) + "1]")).hasSize(1_000);
        assertThat(DocumentArray.cut(("[" + "1,".repeat(1_000) + "1]").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Cut.TooMany.class);
    }

    @Test
    void an_array_is_known_by_its_bracket() {
        assertThat(DocumentArray.isArray("\n [1]".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(DocumentArray.isArray("{}".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(DocumentArray.isArray(new byte[0])).isFalse();
    }

    private static List<String> elementsOf(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var elements = (Cut.Elements) DocumentArray.cut(bytes);
        return elements.elements().stream()
                .map(element ->
                        new String(bytes, element.start(), element.end() - element.start(), StandardCharsets.UTF_8))
                .toList();
    }
}
