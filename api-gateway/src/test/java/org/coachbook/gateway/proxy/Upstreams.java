package org.coachbook.gateway.proxy;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Services that answer with what they received. {@code pricing} is down, {@code payment} never answers.
 */
public final class Upstreams implements QuarkusTestResourceLifecycleManager {
    private static final Set<String> hungUp = ConcurrentHashMap.newKeySet();

    private final Vertx vertx = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>();
        for (Service service : Service.values()) {
            int port = service == Service.PRICING ? closedPort() : serve(service);
            configuration.put("coachbook.services." + service.key() + ".url", "http://127.0.0.1:" + port);
        }
        configuration.put("coachbook.upstream.timeout", "PT1S");
        configuration.put("coachbook.service-credentials", "notification-service:n0tify,booking-service:b00k");
        return configuration;
    }

    private int serve(Service service) {
        HttpServer server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .webSocketHandshakeHandler(handshake -> {
                    if (handshake.path().endsWith("refused")) {
                        handshake.reject(401);
                    } else {
                        handshake.accept();
                    }
                })
                .webSocketHandler(Upstreams::echo)
                .requestHandler(request -> answer(service, request));
        return server.listen().toCompletionStage().toCompletableFuture().join().actualPort();
    }

    private static void echo(ServerWebSocket socket) {
        socket.textMessageHandler(text -> socket.writeTextMessage("echo " + text));
    }

    private static void answer(Service service, HttpServerRequest request) {
        if (service == Service.PAYMENT && !request.path().endsWith("webhook")) {
            return;
        }
        if (request.path().endsWith("hangs-up-once") && hungUp.add(request.uri())) {
            request.connection().close();
            return;
        }
        request.body().onSuccess(body -> request.response()
                .setStatusCode(request.path().endsWith("created") ? 201 : 200)
                .putHeader("Content-Type", "application/json")
                .putHeader("Location", "http://" + request.getHeader("Host") + "/api/bookings/1")
                .end(new JsonObject()
                        .put("service", service.key())
                        .put("uri", request.uri())
                        .put("length", body.length())
                        .put("traceparent", request.getHeader("traceparent"))
                        .put("authorization", request.getHeader("Authorization"))
                        .toBuffer()));
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        vertx.close();
    }
}
