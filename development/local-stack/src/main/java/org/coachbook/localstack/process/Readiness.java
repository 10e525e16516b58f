package org.coachbook.localstack.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until a started process can be used. */
public final class Readiness {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private Readiness() {}

    /**
     * Waits for a condition.
     *
     * @throws IllegalStateException when the process ends or the limit passes first
     */
    public static void await(StackProcess process, BooleanSupplier condition, Duration limit, Object log) {
        Instant end = Instant.now().plus(limit);
        while (!condition.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(process.name() + " ended before it was ready, see " + log);
            }
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        process.name() + " was not ready within " + limit.toSeconds() + " s, see " + log);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Whether a GET is answered with 200. */
    public static boolean answersOk(URI url) {
        return status(url) == 200;
    }

    /** Whether anything answers. */
    public static boolean answers(URI url) {
        return status(url) > 0;
    }

    private static int status(URI url) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(3)).build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return -1; // nobody there yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + url, e);
        }
    }
}
