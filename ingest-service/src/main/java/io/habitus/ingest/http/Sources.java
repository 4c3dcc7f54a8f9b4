package io.habitus.ingest.http;

import io.habitus.ingest.accounts.Accounts;
import io.habitus.ingest.accounts.Listening;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What came from where, and when anything could come. For api-gateway. */
@RestController
final class Sources {

    private final Accounts accounts;
    private final Listening listening;

    Sources(Accounts accounts, Listening listening) {
        this.accounts = accounts;
        this.listening = listening;
    }

    /** Every source, by name; {@code listening} is null until the log was reached for the first time. */
    record Statements(List<Accounts.Statement> sources, Listening.Course listening) {}

    @GetMapping("/internal/sources")
    Statements sources() {
        return new Statements(accounts.statements(), listening.course());
    }
}
