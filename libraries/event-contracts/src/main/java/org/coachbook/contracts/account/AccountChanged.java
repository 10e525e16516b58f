package org.coachbook.contracts.account;

import java.util.List;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * An account was made or edited; names and addresses are read from its owner. Compacted by user.
 */
@Contract(type = "account.changed.v1", topic = Topics.ACCOUNT_CHANGES)
public record AccountChanged(String userId, List<String> roles, String timeZone, String locale, boolean active) {}
