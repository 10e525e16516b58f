package org.coachbook.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTransactionTest {
    @Test
    void what_accounts_get_adds_up_to_nothing() {
        LedgerTransaction transfer = transaction(
                new LedgerLine(LedgerAccount.COACH, 10_800), new LedgerLine(LedgerAccount.PLATFORM, -10_800));
        assertThat(transfer.amountOf(LedgerAccount.COACH)).isEqualTo(10_800);
        assertThat(transfer.amountOf(LedgerAccount.CLIENT)).isZero();
    }

    @Test
    void what_does_not_balance_is_no_transaction() {
        assertThatThrownBy(() -> transaction(
                        new LedgerLine(LedgerAccount.COACH, 10_800), new LedgerLine(LedgerAccount.PLATFORM, -10_799)))
                .hasMessageContaining("out of balance by 1");
    }

    private static LedgerTransaction transaction(LedgerLine... lines) {
        return new LedgerTransaction(
                "tr_1", "b1", "b1", "coach", LedgerKind.TRANSFER, "CHF", Instant.EPOCH, List.of(lines));
    }
}
