package org.coachbook.localstack.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.coachbook.localstack.http.Eventually;
import org.coachbook.localstack.http.JsonClient;

/** Registers, through the gateway as people do, a coach who can be booked and paid, and a client. */
public final class DemoAccounts {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String ZONE = "Europe/Zurich";

    private final JsonClient gateway;

    /** Accounts at this gateway. */
    public DemoAccounts(URI gateway) {
        this.gateway = JsonClient.at(gateway).with("Origin", gateway.toString());
    }

    /** The coach, then the client. */
    public List<Account> register() {
        return List.of(coach("coach@demo.coachbook.org"), client("client@demo.coachbook.org"));
    }

    /** A client with a random password. */
    public Account client(String email) {
        String password = password();
        JsonNode answer = gateway.post("/api/auth/register", person(email, password, "Cleo Client", "client"));
        return new Account("client", email, password, userId(answer), "");
    }

    /** A coach with weekly hours, one session type, a rate and a finished Stripe account. */
    public Account coach(String email) {
        String password = password();
        JsonNode answer = gateway.post("/api/auth/register", person(email, password, "Ada Coach", "coach"));
        JsonClient self = gateway.withToken(answer.path("accessToken").asText());
        String id = userId(answer);
        Eventually.answered(LIMIT, () -> self.put("/api/coaches/" + id + "/schedule", DemoCoach.schedule(ZONE)));
        String sessionType = Eventually.answered(LIMIT, () -> self.post("/api/session-types", DemoCoach.sessionType()))
                .path("id")
                .asText();
        Eventually.answered(LIMIT, () -> self.put("/api/coaches/" + id + "/rates", DemoCoach.rates(sessionType)));
        onboard(self);
        return new Account("coach", email, password, id, sessionType);
    }

    private static void onboard(JsonClient coach) {
        String url = Eventually.answered(LIMIT, () -> coach.post("/api/payments/account", Map.of()))
                .path("url")
                .asText();
        visit(URI.create(url));
        Eventually.becomes(
                LIMIT,
                () -> coach.get("/api/payments/account").path("chargesEnabled").asBoolean(),
                "the coach can be paid");
    }

    /** As a person would with a browser; where it leads in the end does not matter. */
    private static void visit(URI url) {
        try (HttpClient browser = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            browser.send(HttpRequest.newBuilder(url).timeout(LIMIT).build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot visit " + url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while visiting " + url, e);
        }
    }

    private static Map<String, String> person(String email, String password, String name, String role) {
        return Map.of(
                "email", email,
                "password", password,
                "name", name,
                "role", role,
                "timeZone", ZONE,
                "locale", "en-GB");
    }

    private static String userId(JsonNode answer) {
        return answer.path("user").path("id").asText();
    }

    private static String password() {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
