package org.coachbook.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.gateway.People.json;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coachbook.gateway.passwords.PasswordRules;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FirstAdminIT.WithAdmin.class)
class FirstAdminIT {
    private static final String EMAIL = "first-admin@example.com";
    private static final String PASSWORD = "three blue bicycles";

    @Inject
    Accounts accounts;

    @Inject
    AccountRepository repository;

    @Inject
    PasswordRules rules;

    /** An administrator is asked for. */
    public static final class WithAdmin implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("coachbook.admin.email", EMAIL, "coachbook.admin.password", PASSWORD);
        }
    }

    @Test
    void the_first_administrator_can_log_in() {
        json(Map.of("email", EMAIL, "password", PASSWORD))
                .post("/api/auth/login")
                .then()
                .statusCode(200)
                .body("user.roles", equalTo(List.of("admin")));
    }

    @Test
    void there_is_no_second_one() {
        String other = "second-admin@example.com";
        new FirstAdmin(accounts, repository, rules, Optional.of(other), Optional.of(PASSWORD))
                .ensure(new StartupEvent());
        assertThat(repository.findByEmail(other)).isEmpty();
    }
}
