package org.coachbook.gateway.accounts;

import java.util.List;

/** What others see of a person. */
public record PublicProfile(String id, String name, List<String> roles, String timeZone) {
    static PublicProfile of(Account account) {
        return new PublicProfile(account.id(), account.name(), account.roles(), account.timeZone());
    }
}
