package io.habitus.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServicesTest {

    @Test
    void each_service_gets_its_own_arguments() {
        assertThat(Services.split(new String[] {"a.B", "--x=1", "--y=2", "--", "c.D", "--x=3"}))
                .containsExactly(List.of("a.B", "--x=1", "--y=2"), List.of("c.D", "--x=3"));
    }
}
