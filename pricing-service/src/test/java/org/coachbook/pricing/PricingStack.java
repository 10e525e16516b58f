package org.coachbook.pricing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import org.coachbook.testing.ServiceStack;

/**
 * Real MongoDB and Kafka, and two routes of other services: the gateway gives any service a token,
 * availability-service knows session types whose id begins with {@code announced} and fails for {@code broken}.
 */
public final class PricingStack implements QuarkusTestResourceLifecycleManager {
    private static final String TOKEN = "{\"accessToken\":\"service-token\",\"expiresIn\":300}";

    /** As many as a test makes at once: who finds the queue full knocks again after a second, which is too late. */
    private static final int BACKLOG = 1_000;

    private final ServiceStack stack = new ServiceStack();
    private final HttpServer others = listen();

    @Override
    public Map<String, String> start() {
        stack.init(
                Map.of(
                        "topics",
                        "session-type.changes,schedule.changes,connection.changes,payment.events,payment.commands,package.purchases,pricing.commands,booking.replies"));
        others.createContext("/internal/service-token", exchange -> answer(exchange, 200, TOKEN));
        others.createContext("/internal/session-types/", PricingStack::sessionType);
        others.createContext("/internal/bookings/", PricingStack::booking);
        others.createContext("/internal/accounts/", PricingStack::account);
        others.createContext("/api/payments/", PricingStack::clientSecret);
        others.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        others.start();
        String url = "http://127.0.0.1:" + others.getAddress().getPort();
        Map<String, String> settings = new HashMap<>(stack.start());
        settings.put("coachbook.services.availability.url", url);
        settings.put("coachbook.services.booking.url", url);
        settings.put("coachbook.services.payment.url", url);
        settings.put("coachbook.services.gateway.url", url);
        settings.put("coachbook.identity.token-url", url + "/internal/service-token");
        settings.put("coachbook.identity.credential", "for-tests");
        return settings;
    }

    private static void sessionType(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().replace("/internal/session-types/", "");
        boolean trusted =
                "Bearer service-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        int status = !trusted ? 401 : id.startsWith("announced") ? 200 : id.startsWith("broken") ? 500 : 404;
        answer(exchange, status, "{\"id\": \"" + id + "\", \"name\": \"Career coaching\"}");
    }

    /** A booking {@code coach~client} of an hour, 10 % off 120.00. */
    private static void booking(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().replace("/internal/bookings/", "");
        String[] parties = id.split("~", -1);
        answer(exchange, 200, """
                {"id": "%s", "coachId": "%s", "clientId": "%s", "sessionTypeId": "announced", "coachTimeZone": "Europe/Zurich",
                 "start": "2027-03-08T08:00:00Z", "end": "2027-03-08T09:00:00Z", "rateCardVersion": 1, "status": "confirmed",
                 "lines": [{"start": "2027-03-08T08:00:00Z", "minutes": 60, "hourly": 12000, "amount": 12000}],
                 "price": {"currency": "CHF", "base": 12000, "discounts": [
                   {"type": "early_bird", "amount": 1200, "description": "10 %% bei Buchung mindestens 30 Tage im Voraus"}],
                  "discounted": 10800, "taxable": 9991, "vat": {"ratePercent": "8.1", "amount": 809, "included": true},
                  "final": 10800}}
                """.formatted(id, parties[0], parties[1]));
    }

    /** Every payment is prepared, and shown to whoever is signed in. */
    private static void clientSecret(HttpExchange exchange) throws IOException {
        boolean signedIn =
                exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ey");
        answer(exchange, signedIn ? 200 : 401, "{\"clientSecret\": \"pi_secret\"}");
    }

    private static void account(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().replace("/internal/accounts/", "");
        answer(exchange, 200, """
                {"id": "%s", "name": "Name of %s", "email": "x@example.com", "locale": "de-CH", "timeZone": "Europe/Zurich"}
                """.formatted(id, id.substring(0, id.indexOf('-'))));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static HttpServer listen() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        others.stop(0);
        stack.stop();
    }
}
