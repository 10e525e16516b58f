package org.coachbook.gateway.accounts;

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

    Accounts(AccountRepository repository, PasswordHashing hashing, Clock clock) {
        this.repository = repository;
        this.hashing = hashing;
        this.clock = clock;
    }

    /** The new account; empty when the address has one already. */
    public Optional<Account> register(NewAccount registration, String password) {
        String email = NewAccount.normalized(registration.email());
        if (repository.findByEmail(email).isPresent()) {
            return Optional.empty();
        }
        Account account = registration.with(hashing.hash(password), clock.instant());
        return repository.add(account) ? Optional.of(account) : Optional.empty();
    }

    /** The account of that address and password. Takes as long for an address without an account as for a wrong password. */
    public Optional<Account> authenticate(String email, String password) {
        Optional<Account> account = repository.findByEmail(NewAccount.normalized(email));
        String hash = account.map(Account::passwordHash).orElseGet(hashing::nobodysHash);
        return hashing.matches(password, hash) ? account : Optional.empty();
    }

    /** The account with that id, active or not. */
    public Optional<Account> find(String id) {
        return repository.find(id);
    }
}
