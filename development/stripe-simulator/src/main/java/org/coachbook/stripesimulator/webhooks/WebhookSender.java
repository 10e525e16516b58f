package org.coachbook.stripesimulator.webhooks;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.Timers;

/**
 * Posts signed events, at most so many at a time, and again with a growing pause until the endpoint answers 2xx or is
 * gone. As with Stripe, order is not promised.
 */
final class WebhookSender {
    private static final int CONCURRENCY = 16;
    private static final long TIMEOUT_MILLIS = 10_000;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final HttpClient client;
    private final Store store;
    private final Timers timers;
    private final Duration firstPause;
    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private int inFlight;

    WebhookSender(Vertx vertx, Store store, Timers timers, Duration firstPause) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONCURRENCY)
                .setConnectTimeout(2_000)
                .setKeepAliveTimeout(30));
        this.store = store;
        this.timers = timers;
        this.firstPause = firstPause;
    }

    void send(Delivery delivery) {
        waiting.add(delivery);
        fill();
    }

    private void fill() {
        while (inFlight < CONCURRENCY && !waiting.isEmpty()) {
            attempt(waiting.remove());
        }
    }

    private void attempt(Delivery delivery) {
        if (delivery.endpoint().flag("deleted") || !delivery.endpoint().is("status", "enabled")) {
            delivery.dropped();
            return;
        }
        inFlight++;
        post(delivery).onComplete(done -> {
            inFlight--;
            boolean delivered = done.succeeded() && done.result() / 100 == 2;
            delivery.attempted(delivered ? "delivered" : done.succeeded() ? "status " + done.result() : "unreachable");
            if (!delivered) {
                timers.after(pause(delivery.attempts()), () -> send(delivery));
            }
            fill();
        });
    }

    private Future<Integer> post(Delivery delivery) {
        String payload = Json.text(delivery.event().render());
        String secret = delivery.endpoint().required("secret");
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(delivery.endpoint().required("url"))
                .setTimeout(TIMEOUT_MILLIS)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
                .putHeader("Stripe-Signature", Signature.header(secret, store.now(), payload));
        return client.request(options)
                .compose(request -> request.send(payload))
                .compose(response -> response.body().map(body -> response))
                .map(HttpClientResponse::statusCode);
    }

    private Duration pause(int attempts) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
