package org.coachbook.gateway.accounts;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.coachbook.gateway.passwords.PasswordHashing;

/** Accounts as the rest of the gateway uses them. */
@Singleton
public class Accounts {
    private final AccountRepository repository;
    private final PasswordHashing hashing;
    private final Clock clock;
    private final MeterRegistry meters;

    Accounts(AccountRepository repository, PasswordHashing hashing, Clock clock, MeterRegistry meters) {
        this.repository = repository;
        this.hashing = hashing;
        this.clock = clock;
        this.meters = meters;
    }

    /** The new account; empty when the address has one already. */
    public Optional<Account> register(NewAccount registration, String password) {
        String email = NewAccount.normalized(registration.email());
        if (repository.findByEmail(email).isPresent()) {
            return Optional.empty();
        }
        Account account = registration.with(hashing.hash(password), clock.instant());
        if (!repository.add(account)) {
            return Optional.empty();
        }
        meters.counter("accounts.registered", "role", registration.role().text())
                .increment();
        return Optional.of(account);
    }

    /** The account of that address and password. Takes as long for an address without an account as for a wrong password. */
    public Optional<Account> authenticate(String email, String password) {
        Optional<Account> account = repository.findByEmail(NewAccount.normalized(email));
        String hash = account.map(Account::passwordHash).orElseGet(hashing::nobodysHash);
        Optional<Account> authenticated = hashing.matches(password, hash) ? account : Optional.empty();
        meters.counter("log.ins", "outcome", authenticated.isPresent() ? "right" : "wrong")
                .increment();
        return authenticated;
    }

    /** The account with that id, active or not. */
    public Optional<Account> find(String id) {
        return repository.find(id);
    }
}
