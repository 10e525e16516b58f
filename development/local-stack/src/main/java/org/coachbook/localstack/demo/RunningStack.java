package org.coachbook.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A stack somebody else started, as its {@code stack.json} describes it. */
public record RunningStack(Path root, JsonNode description) {
    /** Reads {@code .coachbook/stack.json}. */
    public static RunningStack read(Path root) {
        Path file = root.resolve(".coachbook/stack.json");
        if (!Files.exists(file)) {
            throw new IllegalStateException("The stack does not run. Start it with ./coachbook up");
        }
        try {
            return new RunningStack(root, new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Base URL of the gateway. */
    public URI gateway() {
        return URI.create(text("gateway"));
    }

    /** Base URL of Stripe. */
    public URI stripe() {
        return URI.create(text("stripe"));
    }

    /** Folder of the mails. */
    public Path mail() {
        return root.resolve(text("mail"));
    }

    /** Folder of the logs. */
    public Path logs() {
        return root.resolve(text("logs"));
    }

    /** A member of the top level as text. */
    public String text(String member) {
        return description.path(member).asText();
    }

    /** A demo account's member, as {@code coach}, {@code id}. */
    public String account(String role, String member) {
        return description.path("accounts").path(role).path(member).asText();
    }
}
