package org.coachbook.localstack.commands;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.coachbook.localstack.LocalStack;
import org.jspecify.annotations.Nullable;

/** Takes orders of other {@code ./coachbook} commands: {@code POST /restart/<name>}. */
final class ControlServer implements AutoCloseable {
    private static final String RESTART = "/restart/";

    private final HttpServer server;
    private final LocalStack stack;
    private final String token = UUID.randomUUID().toString();

    private ControlServer(HttpServer server, LocalStack stack) {
        this.server = server;
        this.stack = stack;
    }

    static ControlServer start(LocalStack stack) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ControlServer control = new ControlServer(server, stack);
            server.createContext(RESTART, control::restart);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return control;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String token() {
        return token;
    }

    private void restart(HttpExchange exchange) throws IOException {
        if (!isAuthorized(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "Not the launcher's token");
            return;
        }
        String name = exchange.getRequestURI().getPath().substring(RESTART.length());
        try {
            stack.restart(name);
            answer(exchange, 200, name + " runs with process id " + stack.pid(name));
        } catch (RuntimeException e) {
            answer(exchange, 409, String.valueOf(e.getMessage()));
        }
    }

    private boolean isAuthorized(@Nullable String header) {
        return header != null
                && MessageDigest.isEqual(
                        header.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
