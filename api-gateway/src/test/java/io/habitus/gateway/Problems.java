package io.habitus.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** What every error must look like, whoever it is told to. */
final class Problems {

    /** Checks it and gives it back. */
    static HttpResponse<String> assertProblem(HttpResponse<String> answer, int status) {
        var asked = answer.request().method() + " " + answer.request().uri().getPath();
        assertThat(answer.statusCode()).as("%s -> %s", asked, answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).as(asked).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("X-Request-Id")).as(asked).isPresent();
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .as(asked)
                .isPresent();
        assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                .as(asked)
                .hasValue("nosniff");
        assertThat(answer.body())
                .as(asked)
                .doesNotContain("Exception")
                .doesNotContain("io.habitus")
                .doesNotContain("springframework")
                .doesNotContain("tomcat")
                .doesNotContain("Tomcat");
        var problem = RunningGateway.json(answer);
        assertThat(problem.path("status").asInt()).as(asked).isEqualTo(status);
        assertThat(problem.path("type").asString()).as(asked).startsWith("urn:habitus:problem:");
        assertThat(problem.path("title").asString()).as(asked).isNotBlank();
        assertThat(problem.path("detail").asString()).as(asked).isNotBlank();
        if (status == 401) {
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .as(asked)
                    .isPresent();
        }
        if (status == 503 || status == 429) {
            assertThat(answer.headers().firstValue("Retry-After")).as(asked).isPresent();
        }
        return answer;
    }

    private Problems() {}
}
