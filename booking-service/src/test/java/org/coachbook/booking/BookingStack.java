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
 * Real MongoDB and Kafka, and four routes of other services: pricing-service's quote keys, the gateway's service token,
 * availability-service's session types, payment-service's client secrets.
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

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
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
