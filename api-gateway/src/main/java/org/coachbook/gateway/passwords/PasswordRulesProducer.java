package org.coachbook.gateway.passwords;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads the list of common passwords. */
@Singleton
class PasswordRulesProducer {
    private static final String LIST = "/common-passwords.txt";

    @Produces
    @Singleton
    PasswordRules rules() {
        var stream = Objects.requireNonNull(PasswordRulesProducer.class.getResourceAsStream(LIST), LIST);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new PasswordRules(lines.lines().collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
