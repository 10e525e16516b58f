package org.coachbook.payment.ledger;

import java.time.Instant;
import java.util.Optional;

/** Where a page of the ledger ended: {@code <epoch seconds>.<id>}. */
record LedgerCursor(Instant at, String id) {
    static LedgerCursor after(LedgerTransaction last) {
        return new LedgerCursor(last.at(), last.id());
    }

    /** The cursor that this text is; empty when it is none. */
    static Optional<LedgerCursor> parse(String text) {
        int dot = text.indexOf('.');
        boolean wellFormed =
                dot > 0 && dot < 15 && text.substring(0, dot).chars().allMatch(Character::isDigit);
        return wellFormed
                ? Optional.of(new LedgerCursor(
                        Instant.ofEpochSecond(Long.parseLong(text.substring(0, dot))), text.substring(dot + 1)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return at.getEpochSecond() + "." + id;
    }
}
