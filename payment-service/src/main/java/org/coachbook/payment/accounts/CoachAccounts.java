package org.coachbook.payment.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.coachbook.payment.stripe.AccountState;
import org.coachbook.payment.stripe.Attempt;
import org.coachbook.payment.stripe.StripeAccounts;
import org.jboss.logging.Logger;

/** Makes and follows coaches' accounts. */
@ApplicationScoped
public class CoachAccounts {
    private static final Logger LOG = Logger.getLogger(CoachAccounts.class);
    private static final Duration KEY_LIFE = Duration.ofHours(23);

    private final CoachAccountRepository repository;
    private final StripeAccounts stripe;
    private final Clock clock;

    CoachAccounts(CoachAccountRepository repository, StripeAccounts stripe, Clock clock) {
        this.repository = repository;
        this.stripe = stripe;
        this.clock = clock;
    }

    /** Whether this coach can be paid; Stripe is asked while it has not said yes. */
    public Payability payability(String coachId) {
        CoachAccount account = repository.find(coachId).orElse(null);
        if (account == null || account.accountId() == null) {
            return new Payability.NotPayable();
        }
        if (account.chargesEnabled()) {
            return new Payability.Payable(account.accountId());
        }
        return switch (stripe.retrieve(account.accountId())) {
            case Attempt.Done<AccountState> done -> payability(done.value());
            case Attempt.Refused<AccountState> _ -> new Payability.NotPayable();
            default -> new Payability.NotKnown();
        };
    }

    private Payability payability(AccountState state) {
        repository.store(state);
        return state.chargesEnabled() ? new Payability.Payable(state.accountId()) : new Payability.NotPayable();
    }

    /** Reads the account again because Stripe says that it changed. */
    public Attempt<AccountState> refresh(String accountId) {
        Attempt<AccountState> read = stripe.retrieve(accountId);
        if (read instanceof Attempt.Done<AccountState> done) {
            repository.store(done.value());
        }
        return read;
    }

    /** The coach's account as Stripe has it now, or as last known when Stripe cannot be asked. */
    Optional<CoachAccount> current(String coachId) {
        return repository.find(coachId).map(account -> {
            if (account.accountId() == null || account.ready()) {
                return account;
            }
            return refresh(account.accountId()) instanceof Attempt.Done<AccountState> done
                    ? account.as(done.value())
                    : account;
        });
    }

    /** The coach's account, made at Stripe if he has none; empty when its outcome is not known yet. */
    Optional<CoachAccount> opened(String coachId) {
        CoachAccount account = repository.findOrInsert(CoachAccount.wanted(coachId, clock.instant()));
        if (account.accountId() != null) {
            return current(coachId);
        }
        Instant keyForgotten = account.since().plus(KEY_LIFE);
        return keyForgotten.isBefore(clock.instant()) ? lookedUp(account) : created(account);
    }

    private Optional<CoachAccount> created(CoachAccount account) {
        return switch (stripe.create(account.coachId(), account.key())) {
            case Attempt.Done<AccountState> done -> stored(account, done.value());
            case Attempt.ServerError<AccountState> _ -> lookedUp(account);
            case Attempt.Refused<AccountState> refused -> {
                LOG.errorf("Stripe makes no account for a coach: %s %s", refused.code(), refused.parameter());
                repository.renew(account, account.again(clock.instant()));
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private Optional<CoachAccount> lookedUp(CoachAccount account) {
        if (stripe.find(account.coachId(), account.since()) instanceof Attempt.Done<Optional<AccountState>> done) {
            if (done.value().isPresent()) {
                return stored(account, done.value().get());
            }
            repository.renew(account, account.again(clock.instant()));
        }
        return Optional.empty();
    }

    private Optional<CoachAccount> stored(CoachAccount account, AccountState state) {
        repository.store(account.coachId(), state);
        return repository.find(account.coachId());
    }

    /** Where the coach goes on with Stripe; empty when Stripe cannot be asked. */
    Optional<String> onboardingLink(CoachAccount account, String returnUrl) {
        String accountId = account.accountId();
        return accountId != null && stripe.onboardingLink(accountId, returnUrl) instanceof Attempt.Done<String> done
                ? Optional.of(done.value())
                : Optional.empty();
    }
}
