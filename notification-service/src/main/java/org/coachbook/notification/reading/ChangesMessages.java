package org.coachbook.notification.reading;

import jakarta.inject.Singleton;
import java.util.List;
import org.coachbook.chassis.messaging.IncomingMessage;
import org.coachbook.chassis.messaging.Subscription;
import org.coachbook.contracts.Topics;

/** Drops what changed at its owner's; each replica listens for its own memory. The key of a change is the thing's id. */
@Singleton
class ChangesMessages implements Subscription {
    private final AccountsClient accounts;
    private final SessionTypesClient sessionTypes;

    ChangesMessages(AccountsClient accounts, SessionTypesClient sessionTypes) {
        this.accounts = accounts;
        this.sessionTypes = sessionTypes;
    }

    @Override
    public String group() {
        return ReplicaGroup.of("changes");
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.ACCOUNT_CHANGES, Topics.SESSION_TYPE_CHANGES);
    }

    @Override
    public boolean fromTheBeginning() {
        return false;
    }

    @Override
    public void handle(IncomingMessage message) {
        if (message.topic().equals(Topics.ACCOUNT_CHANGES)) {
            accounts.drop(message.key());
        } else {
            sessionTypes.drop(message.key());
        }
    }
}
