package io.habitus.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.backends.junit.Backends;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GatewayIT {
    @RegisterExtension
    static final Backends BACKENDS = Backends.shared();

    static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        gateway = RunningGateway.start(BACKENDS.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void the_first_start_leaves_a_key_and_a_project() {
        var me = RunningGateway.json(gateway.sendAsAdmin(gateway.get("/api/v1/me")));
        assertThat(me.path("scopes").toString()).isEqualTo("[\"read\",\"write\",\"admin\",\"erase\"]");
        assertThat(gateway.sendAsAdmin(gateway.get("/api/v1/projects/default")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_question_is_passed_on_as_it_was_asked() {
        gateway.sendAsAdmin(gateway.get("/api/v1/projects/default/mentions?q=bahn%20%23x%26y&lang=%C3%A4&a=+1"));
        assertThat(gateway.analysis.heard)
                .extracting(SmallService.Heard::uri)
                .containsExactly("/api/v1/projects/default/mentions?q=bahn%20%23x%26y&lang=%C3%A4&a=%201");
    }
}
