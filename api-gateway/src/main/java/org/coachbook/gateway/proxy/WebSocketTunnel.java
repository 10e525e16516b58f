package org.coachbook.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.NetSocket;
import jakarta.inject.Singleton;
import org.coachbook.chassis.http.Problem;
import org.jboss.logging.Logger;

/**
 * Joins a page's WebSocket with the service's, byte by byte in both directions. A side that reads slowly slows the other
 * one down, so that nothing piles up here.
 */
@Singleton
class WebSocketTunnel {
    private static final Logger LOG = Logger.getLogger(WebSocketTunnel.class);

    private final UpstreamClient client;
    private final ProblemAnswers problems;

    WebSocketTunnel(UpstreamClient client, ProblemAnswers problems) {
        this.client = client;
        this.problems = problems;
    }

    static boolean isUpgrade(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET) && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    /** Asks the service for the upgrade; what it refuses is refused here in its own words. */
    void open(HttpServerRequest page, Service service) {
        page.pause();
        client.http()
                .request(client.socket(service).setURI(page.uri()).setMethod(HttpMethod.GET))
                .compose(upgrade -> connect(page, upgrade))
                .onSuccess(answer -> answered(page, answer))
                .onFailure(failure -> {
                    LOG.warnf("%s did not take a WebSocket: %s", service.key(), failure.getMessage());
                    problems.send(page.response(), Problem.tryAgain());
                });
    }

    private static Future<HttpClientResponse> connect(HttpServerRequest page, HttpClientRequest upgrade) {
        page.headers().forEach(header -> {
            if (!header.getKey().equalsIgnoreCase("Host") && !header.getKey().equalsIgnoreCase("Connection")) {
                upgrade.headers().add(header.getKey(), header.getValue());
            }
        });
        upgrade.putHeader("Connection", "Upgrade");
        return upgrade.connect();
    }

    private void answered(HttpServerRequest page, HttpClientResponse answer) {
        HttpServerResponse response = page.response();
        answer.headers().forEach(header -> response.headers().set(header.getKey(), header.getValue()));
        response.setStatusCode(answer.statusCode());
        page.resume();
        if (answer.statusCode() == 101) {
            page.toNetSocket().onSuccess(socket -> join(socket, answer.netSocket()));
        } else {
            answer.body().otherwise(Buffer.buffer()).onSuccess(response::end);
        }
    }

    private static void join(NetSocket page, NetSocket service) {
        page.pipeTo(service);
        service.pipeTo(page);
        page.closeHandler(_ -> service.close());
        service.closeHandler(_ -> page.close());
    }
}
