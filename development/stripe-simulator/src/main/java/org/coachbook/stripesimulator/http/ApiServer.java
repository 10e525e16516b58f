package org.coachbook.stripesimulator.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.objects.Ids;
import org.jspecify.annotations.Nullable;

/** Reads requests, sends them to the API or to the simulator's own pages, and writes the answers. */
public final class ApiServer {
    private final ApiPipeline api;
    private final Function<ApiRequest, @Nullable Reply> pages;

    /** A server of the API and of pages, which answer null where there is none. */
    public ApiServer(ApiPipeline api, Function<ApiRequest, @Nullable Reply> pages) {
        this.api = api;
        this.pages = pages;
    }

    /** Handles one request of the HTTP server. */
    public void handle(HttpServerRequest request) {
        request.body().onSuccess(body -> received(request, body));
    }

    private void received(HttpServerRequest request, Buffer body) {
        ApiRequest received = read(request, body);
        Answering caller = new Answering(request);
        if (received.method().equals("OPTIONS")) {
            caller.answer(preflight());
        } else if (received.path().startsWith("/v1/")) {
            api.handle(received, caller);
        } else {
            Reply page = pages.apply(received);
            caller.answer(
                    page != null ? page : Reply.error(StripeErrors.unknownUrl(received.method(), received.path())));
        }
    }

    /** Browsers may call the API from any page, as they may call Stripe's. */
    private static Reply preflight() {
        return new Reply(
                200,
                "text/plain",
                new byte[0],
                Map.of(
                        "Access-Control-Allow-Methods", "GET, HEAD, PUT, PATCH, POST, DELETE",
                        "Access-Control-Allow-Headers",
                                "Authorization, Content-Type, Idempotency-Key, Stripe-Version, Stripe-Account",
                        "Access-Control-Max-Age", "300"));
    }

    private static ApiRequest read(HttpServerRequest request, Buffer body) {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        String query = request.query();
        return new ApiRequest(
                Ids.next("req_", 14),
                request.method().name(),
                request.path(),
                query == null ? "" : query,
                headers,
                body.toString(StandardCharsets.UTF_8));
    }

    private record Answering(HttpServerRequest request) implements ApiPipeline.Caller {
        @Override
        public void answer(Reply reply) {
            HttpServerResponse response = request.response();
            if (response.closed() || response.ended()) {
                return;
            }
            response.setStatusCode(reply.status())
                    .putHeader("Content-Type", reply.contentType())
                    .putHeader("Cache-Control", "no-cache, no-store")
                    .putHeader("Access-Control-Allow-Origin", "*")
                    .putHeader("Access-Control-Expose-Headers", "Request-Id, Stripe-Version");
            reply.headers().forEach(response::putHeader);
            response.end(Buffer.buffer(reply.body()));
        }

        @Override
        public void hangUp() {
            request.connection().close();
        }
    }
}
