package org.coachbook.booking;

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
import org.coachbook.booking.placement.QuoteTokens;
import org.coachbook.testing.ServiceStack;

/**
 * Real MongoDB and Kafka, and five routes of other services: pricing-service's quote keys and quotes, the gateway's
 * service token, availability-service's session types, payment-service's client secrets.
 */
public final class BookingStack implements QuarkusTestResourceLifecycleManager {
    private static final String QUOTE_KEY = "coachbook.testing.quote-key";
    private static final String TOKEN = "{\"accessToken\":\"service-token\",\"expiresIn\":300}";
    private static final String TOPICS = "availability.commands,payment.commands,booking.replies,booking.events";

    private final ServiceStack stack = new ServiceStack();
    private final HttpServer others = listen();

    /** Signs quotes that the service under test believes. */
    public static QuoteTokens quotes() {
        return QuoteTokens.of(System.getProperty(QUOTE_KEY, ""));
    }

    @Override
    public Map<String, String> start() {
        QuoteTokens pricing = QuoteTokens.withNewKey("pricing-1");
        System.setProperty(QUOTE_KEY, pricing.privateJwk());
        stack.init(Map.of("topics", TOPICS));
        others.createContext("/.well-known/quote-keys.json", exchange -> answer(exchange, pricing.jwks()));
        others.createContext("/internal/service-token", exchange -> answer(exchange, TOKEN));
        others.createContext(
                "/internal/session-types/",
                exchange -> answer(exchange, "{\"name\":\"Career coaching\",\"id\":\"x\"}"));
        others.createContext(
                "/api/payments/", exchange -> answer(exchange, "{\"clientSecret\":\"pi_1_secret_for-the-client\"}"));
        others.createContext("/api/quotes", BookingStack::tellPrice);
        others.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        others.start();
        return settings("http://127.0.0.1:" + others.getAddress().getPort());
    }

    private Map<String, String> settings(String url) {
        Map<String, String> settings = new HashMap<>(stack.start());
        settings.put("coachbook.quotes.share-key", QuoteTokens.SHARE_KEY);
        settings.put("coachbook.services.pricing.url", url);
        settings.put("coachbook.services.availability.url", url);
        settings.put("coachbook.services.payment.url", url);
        settings.put("coachbook.identity.token-url", url + "/internal/service-token");
        settings.put("coachbook.identity.credential", "for-tests");
        return settings;
    }

    /** 60.00 CHF at full hours, 70.00 at half past, nothing at a quarter to and a fault at a quarter past. */
    private static void tellPrice(HttpExchange exchange) throws IOException {
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String price =
                "{\"price\":{\"currency\":\"CHF\",\"base\":%1$d,\"discounts\":[],\"discounted\":%1$d,\"taxable\":%1$d,"
                        + "\"vat\":{\"ratePercent\":\"0\",\"amount\":0,\"included\":true},\"final\":%1$d},\"quote\":\"jws\"}";
        if (!String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .startsWith("Bearer ")) {
            answer(exchange, 401, "{}");
        } else if (asked.contains(":15:00Z")) {
            answer(exchange, 500, "{}");
        } else if (asked.contains(":45:00Z")) {
            answer(
                    exchange,
                    409,
                    "{\"type\":\"https://coachbook.org/problems/no-rate\",\"title\":\"No rate\",\"status\":409,"
                            + "\"detail\":\"The coach has not said yet what it costs.\"}");
        } else {
            answer(exchange, 200, price.formatted(asked.contains(":30:00Z") ? 7000 : 6000));
        }
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        answer(exchange, 200, body);
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
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
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
