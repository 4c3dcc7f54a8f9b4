package io.habitus.gateway.door;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong keys by the address they came from: ten at once, then one every six seconds. A good key is never refused
 * for what others at the same address did; a key cannot be guessed anyway, this keeps the guessing cheap for us.
 *
 * <p>An IPv6 visitor is a whole /64, since that is what one person has. At most 10,000 addresses are remembered.
 */
final class FailedAttempts {

    private static final int AT_ONCE = 10;
    private static final Duration ONE_BACK_AFTER = Duration.ofSeconds(6);
    private static final int ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > ADDRESSES;
        }
    };

    FailedAttempts(Clock clock) {
        this.clock = clock;
    }

    private record Count(double used, long atMillis) {}

    /**
     * Counts a failed attempt.
     *
     * @return how long to wait before the next, zero while there are attempts left
     */
    synchronized Duration count(String address) {
        var now = clock.millis();
        var visitor = visitor(address);
        var before = counts.getOrDefault(visitor, new Count(0, now));
        var healed = (double) (now - before.atMillis()) / ONE_BACK_AFTER.toMillis();
        var used = Math.max(0, before.used() - healed);
        if (used + 1 > AT_ONCE) {
            counts.put(visitor, new Count(used, now));
            return Duration.ofMillis((long) ((used + 1 - AT_ONCE) * ONE_BACK_AFTER.toMillis()));
        }
        counts.put(visitor, new Count(used + 1, now));
        return Duration.ZERO;
    }

    private static String visitor(String address) {
        try {
            // A literal address: nothing is looked up.
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return Arrays.toString(bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes);
        } catch (IllegalArgumentException notAnAddress) {
            // A proxy passed on what a client made up: all who do so are one.
            return "unknown";
        }
    }
}
