package io.habitus.endtoend.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.habitus.endtoend.running.RunningHabitus;
import io.habitus.endtoend.running.SharedHabitus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The page's own browser tests, here against a running Habitus instead of fixtures: figures, bars and lists agree, hostile
 * texts are read as text. They make a project of their own and remove it.
 */
@ExtendWith(SharedHabitus.class)
class PageShowsIt {

    private static final Path DASHBOARD = Path.of("../dashboard");

    @Test
    void in_a_real_browser_everything_that_was_heard(RunningHabitus habitus) throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(DASHBOARD.resolve("node_modules/playwright-core")), "the page was not built here");
        var command = new ProcessBuilder("node", "test/run.mjs")
                .directory(DASHBOARD.toFile())
                .redirectErrorStream(true);
        command.environment().put("HABITUS_URL", habitus.url().toString());
        command.environment().put("HABITUS_KEY", habitus.adminKey());
        Process process = command.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (said.contains("Skipped: the browser tests")) {
            abort("no Chromium was found");
        }
        assertThat(status).as(said).isZero();
    }
}
