package io.habitus.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void a_port_with_a_listener_is_not_free() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.isFree(taken.getLocalPort())).isFalse();
        }
    }

    @Test
    void a_free_port_is_below_those_of_outgoing_connections() {
        int port = FreePorts.any();

        assertThat(port).isBetween(20_000, 32_000);
        assertThat(FreePorts.isFree(port)).isTrue();
    }
}
