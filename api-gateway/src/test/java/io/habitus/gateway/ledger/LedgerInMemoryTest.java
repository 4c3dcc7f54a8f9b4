package io.habitus.gateway.ledger;

import io.habitus.contracts.KeyEvent;

class LedgerInMemoryTest extends LedgerContract {

    private final LedgerInMemory<KeyEvent> ledger = new LedgerInMemory<>();

    @Override
    Ledger<KeyEvent> ledger() {
        return ledger;
    }
}
