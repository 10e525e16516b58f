package org.coachbook.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Publishes a JSON Web Key Set on loopback, as the gateway does, and counts who asked. */
public final class JwksEndpoint implements AutoCloseable {
    private static final String PATH = "/.well-known/jwks.json";

    private final HttpServer server;
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile String jwks;
    private volatile int status = 200;

    private JwksEndpoint(HttpServer server, String jwks) {
        this.server = server;
        this.jwks = jwks;
    }

    /** Serves the set on a free port. */
    public static JwksEndpoint serve(String jwks) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            JwksEndpoint endpoint = new JwksEndpoint(server, jwks);
            server.createContext(PATH, endpoint::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return endpoint;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the set is. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    /** How often it was fetched. */
    public int fetches() {
        return fetches.get();
    }

    /** Serves another set from now on: keys were rotated. */
    public void rotate(String newJwks) {
        jwks = newJwks;
    }

    /** Answers with this HTTP status from now on; 200 is normal. */
    public void answerWith(int newStatus) {
        status = newStatus;
    }

    private void answer(HttpExchange exchange) throws IOException {
        fetches.incrementAndGet();
        byte[] body = jwks.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
