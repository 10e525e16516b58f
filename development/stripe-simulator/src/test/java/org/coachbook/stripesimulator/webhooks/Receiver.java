package org.coachbook.stripesimulator.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A webhook endpoint that notes what it gets, and fails as often as it is told to. */
final class Receiver implements AutoCloseable {
    record Received(String payload, String signature) {
        boolean is(String type) {
            return payload.contains("\"type\":\"" + type + "\"}");
        }
    }

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String payload = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(payload, exchange.getRequestHeaders().getFirst("Stripe-Signature")));
            exchange.sendResponseHeaders(failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 500 : 200, -1);
        }
    }

    void failNext(int times) {
        failures.set(times);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    List<Received> received() {
        return received;
    }

    List<Received> received(String type) {
        return received.stream().filter(event -> event.is(type)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
