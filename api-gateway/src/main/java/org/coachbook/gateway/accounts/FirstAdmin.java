package org.coachbook.gateway.accounts;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.coachbook.gateway.passwords.PasswordRules;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the first administrator from COACHBOOK_ADMIN_EMAIL and COACHBOOK_ADMIN_PASSWORD while there is none. */
@Singleton
class FirstAdmin {
    private static final Logger LOG = Logger.getLogger(FirstAdmin.class);

    private final Accounts accounts;
    private final AccountRepository repository;
    private final PasswordRules rules;
    private final Optional<String> email;
    private final Optional<String> password;

    FirstAdmin(
            Accounts accounts,
            AccountRepository repository,
            PasswordRules rules,
            @ConfigProperty(name = "coachbook.admin.email") Optional<String> email,
            @ConfigProperty(name = "coachbook.admin.password") Optional<String> password) {
        this.accounts = accounts;
        this.repository = repository;
        this.rules = rules;
        this.email = email;
        this.password = password;
    }

    void ensure(@Observes StartupEvent started) {
        if (email.isPresent() && password.isPresent() && !repository.anyIs(Role.ADMIN)) {
            make(email.get(), password.get());
        }
    }

    private void make(String address, String secret) {
        Optional<String> refusal = rules.refusal(secret, address, "Administrator");
        if (refusal.isPresent()) {
            throw new IllegalStateException("COACHBOOK_ADMIN_PASSWORD " + refusal.get());
        }
        NewAccount admin = new NewAccount(address, "Administrator", Role.ADMIN, "UTC", "en");
        if (accounts.register(admin, secret).isPresent()) {
            LOG.info("The first administrator was made");
        } else {
            LOG.warn("COACHBOOK_ADMIN_EMAIL has an account already, which is no administrator; nothing was changed");
        }
    }
}
