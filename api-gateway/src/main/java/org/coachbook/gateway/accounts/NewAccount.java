package org.coachbook.gateway.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.coachbook.chassis.outbox.OutboxMessage;

/** What is known of somebody who registers. */
public record NewAccount(String email, String name, Role role, String timeZone, String locale) {
    /** E-mail addresses are compared in lower case without blanks around them. */
    public static String normalized(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** The account to be stored, with the message that tells of it. */
    Account with(String passwordHash, Instant now) {
        String id = UUID.randomUUID().toString();
        OutboxMessage told = AccountMessages.changed(id, role.all(), timeZone, locale, true, 1);
        return new Account(
                id,
                normalized(email),
                false,
                passwordHash,
                name.strip(),
                name.strip().toLowerCase(Locale.ROOT),
                role.all(),
                timeZone,
                locale,
                true,
                now,
                1,
                List.of(told),
                now);
    }
}
