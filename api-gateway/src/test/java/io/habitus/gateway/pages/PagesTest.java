package io.habitus.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PagesTest {

    private static final String SCRIPT = "let a = 1;\n".repeat(100);

    private final Pages pages = new Pages(Map.of(
            "/index.html", file("/index.html", "<!doctype html>"),
            "/assets/app-1a2b.js", file("/assets/app-1a2b.js", SCRIPT)));

    private static PageFile file(String path, String content) {
        return PageFile.of(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse answerTo(MockHttpServletRequest request) throws IOException {
        var response = new MockHttpServletResponse();
        pages.answer(request, response);
        return response;
    }

    private static MockHttpServletRequest get(String path) {
        return new MockHttpServletRequest("GET", path);
    }

    private static MockHttpServletRequest navigateTo(String path) {
        var request = get(path);
        request.addHeader("Accept", "text/html,application/xhtml+xml");
        return request;
    }

    @Test
    void the_root_is_the_page_and_is_asked_for_again_each_time() throws IOException {
        var page = answerTo(get("/"));
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString()).isEqualTo("<!doctype html>");
        assertThat(page.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.getHeader("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void what_has_a_hash_in_its_name_is_kept_for_ever() throws IOException {
        var script = answerTo(get("/assets/app-1a2b.js"));
        assertThat(script.getContentType()).isEqualTo("text/javascript;charset=UTF-8");
        assertThat(script.getHeader("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    }

    @Test
    void an_address_within_the_page_is_the_page() throws IOException {
        assertThat(answerTo(navigateTo("/watches/bahn")).getContentAsString()).isEqualTo("<!doctype html>");
    }

    @Test
    void a_missing_file_is_not_the_page() throws IOException {
        assertThat(answerTo(navigateTo("/assets/gone-0000.js")).getStatus()).isEqualTo(404);
        assertThat(answerTo(navigateTo("/favicon.ico")).getStatus()).isEqualTo(404);
        assertThat(answerTo(get("/watches/bahn")).getStatus()).isEqualTo(404);
    }

    @Test
    void a_file_the_browser_has_is_not_sent_again() throws IOException {
        var again = get("/");
        again.addHeader("If-None-Match", answerTo(get("/")).getHeader("ETag"));
        var answer = answerTo(again);
        assertThat(answer.getStatus()).isEqualTo(304);
        assertThat(answer.getContentAsByteArray()).isEmpty();
    }

    @Test
    void files_are_zipped_for_those_who_can_read_that() throws IOException {
        var request = get("/assets/app-1a2b.js");
        request.addHeader("Accept-Encoding", "gzip, br");
        var answer = answerTo(request);
        assertThat(answer.getHeader("Content-Encoding")).isEqualTo("gzip");
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            assertThat(new String(unzipped.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(SCRIPT);
        }
    }

    @Test
    void one_cannot_write_to_a_page() throws IOException {
        var answer = answerTo(new MockHttpServletRequest("POST", "/"));
        assertThat(answer.getStatus()).isEqualTo(405);
        assertThat(answer.getHeader("Allow")).isEqualTo("GET");
    }

    @Test
    void a_build_without_a_dashboard_says_so() throws IOException {
        var response = new MockHttpServletResponse();
        new Pages(Map.of()).answer(get("/"), response);
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsString()).contains("no dashboard");
    }
}
