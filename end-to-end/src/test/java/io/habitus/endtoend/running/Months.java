package io.habitus.endtoend.running;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Calendar months in UTC. */
public final class Months {

    public static Instant startOf(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC))
                .atDay(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
    }

    private Months() {}
}
