package io.habitus.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.commandline.Main;
import org.junit.jupiter.api.Test;

class PartsTest {

    /** What is only named is neither compiled with nor found missing before it runs. */
    @Test
    void the_demo_is_named_and_waited_for_as_it_is() {
        assertThat(Parts.DEMO).isEqualTo(Main.class.getName());
        assertThat(Parts.DEMO_READY).isEqualTo(Main.DEMO_READY);
    }
}
