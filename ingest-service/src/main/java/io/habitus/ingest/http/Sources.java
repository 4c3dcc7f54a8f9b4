package io.habitus.ingest.http;

import io.habitus.ingest.accounts.Accounts;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What came from where since this instance started. For api-gateway. */
@RestController
final class Sources {

    private final Accounts accounts;

    Sources(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Every source, by name. */
    record Statements(List<Accounts.Statement> sources) {}

    @GetMapping("/internal/sources")
    Statements sources() {
        return new Statements(accounts.statements());
    }
}
