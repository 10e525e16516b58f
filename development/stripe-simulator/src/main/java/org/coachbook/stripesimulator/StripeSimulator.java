package org.coachbook.stripesimulator;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A running simulator. All its state is in memory and touched by its one event loop only.
 *
 * <p>{@snippet : try (StripeSimulator stripe = StripeSimulator.start(StripeSimulatorOptions.defaults())) {
 * StripeClient client = StripeClient.builder().setApiKey(stripe.secretKey()).setApiBase(stripe.url()).build(); } }
 */
public final class StripeSimulator implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final Vertx vertx;
    private final StripeSimulatorOptions options;
    private final String url;

    private StripeSimulator(Vertx vertx, StripeSimulatorOptions options, String url) {
        this.vertx = vertx;
        this.options = options;
        this.url = url;
    }

    /**
     * Starts a simulator and waits until it listens.
     *
     * @throws IllegalStateException when it cannot, for instance because the port is in use
     */
    public static StripeSimulator start(StripeSimulatorOptions options) {
        Vertx vertx = Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(2));
        try {
            AtomicReference<String> url = new AtomicReference<>("");
            SimulatedStripe stripe = new SimulatedStripe(vertx, options, url::get);
            HttpServer server = await(vertx.createHttpServer(new HttpServerOptions()
                            .setHost(options.host())
                            .setPort(options.port())
                            .setCompressionSupported(false))
                    .requestHandler(stripe.server()::handle)
                    .listen());
            String listening = "http://" + options.host() + ":" + server.actualPort();
            url.set(listening);
            return new StripeSimulator(vertx, options, listening);
        } catch (IllegalStateException e) {
            vertx.close();
            throw e;
        }
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("the Stripe simulator cannot start or stop: " + e.getMessage(), e);
        }
    }

    /** Its base URL, without a slash at the end: Stripe's {@code https://api.stripe.com}. */
    public String url() {
        return url;
    }

    /** The key that may do everything. */
    public String secretKey() {
        return options.secretKey();
    }

    /** The key that may do what Stripe.js does. */
    public String publishableKey() {
        return options.publishableKey();
    }

    /** Stops listening and forgets everything. */
    @Override
    public void close() {
        await(vertx.close());
    }
}
