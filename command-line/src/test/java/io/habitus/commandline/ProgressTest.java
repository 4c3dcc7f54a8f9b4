package io.habitus.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter said = new StringWriter();
    private final PrintWriter out = new PrintWriter(said);

    @Test
    void a_terminal_sees_one_line_that_is_rewritten_and_goes() {
        var progress = new Progress(out, true, 0);
        progress.at(new Tally(), .5);
        assertThat(said.toString()).startsWith("\r50 % 0 lines").doesNotContain("\n");
        progress.clear();
        assertThat(said.toString()).endsWith(" \r");
    }

    @Test
    void a_log_is_told_once_that_an_import_waits_and_nothing_of_a_short_one() {
        var progress = new Progress(out, false, 0);
        progress.at(new Tally(), .5);
        progress.waiting("the door does not answer", Duration.ofSeconds(1));
        progress.waiting("the door does not answer", Duration.ofSeconds(2));
        progress.at(new Tally(), .6);
        progress.waiting("the door does not answer", Duration.ofSeconds(3));
        progress.clear();
        assertThat(said.toString().lines())
                .containsExactly("waiting for the door since 0:01 min: the door does not answer");
    }
}
