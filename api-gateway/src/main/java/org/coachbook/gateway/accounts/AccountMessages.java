package org.coachbook.gateway.accounts;

import java.util.List;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.account.AccountChanged;

/** What other services are told of accounts. */
final class AccountMessages {
    private AccountMessages() {}

    /** The account as it now is; compacted by user, so the newest one is enough. */
    static OutboxMessage changed(
            String id, List<String> roles, String timeZone, String locale, boolean active, long version) {
        return OutboxMessage.of(
                new AccountChanged(id, roles, timeZone, locale, active), id + ":" + version, id, id, version);
    }
}
