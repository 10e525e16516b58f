package org.coachbook.notification.reading;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.coachbook.chassis.http.ProblemException;
import org.coachbook.notification.notice.Names;
import org.coachbook.notification.notice.Notice;
import org.jboss.logging.Logger;

/** Reads the names that a notice is told with. */
@Singleton
public class NamesReader {
    private static final Logger LOG = Logger.getLogger(NamesReader.class);

    private final AccountsClient accounts;
    private final SessionTypesClient sessionTypes;

    NamesReader(AccountsClient accounts, SessionTypesClient sessionTypes) {
        this.accounts = accounts;
        this.sessionTypes = sessionTypes;
    }

    /**
     * The names, for what goes out once.
     *
     * @throws ProblemException 503 when they cannot be read now
     */
    public Names of(Notice notice) {
        return new Names(other(notice), session(notice));
    }

    /** The names that can be had now, for what is shown again and again. */
    public Names available(Notice notice) {
        return new Names(ifAvailable(() -> other(notice)), ifAvailable(() -> session(notice)));
    }

    private Optional<String> other(Notice notice) {
        return accounts.find(notice.otherId()).map(Account::name);
    }

    private Optional<String> session(Notice notice) {
        return Optional.ofNullable(notice.session())
                .flatMap(session -> sessionTypes.find(session.sessionTypeId()))
                .map(SessionType::name);
    }

    private static Optional<String> ifAvailable(Supplier<Optional<String>> name) {
        try {
            return name.get();
        } catch (ProblemException e) {
            LOG.debug("Told without a name", e);
            return Optional.empty();
        }
    }
}
