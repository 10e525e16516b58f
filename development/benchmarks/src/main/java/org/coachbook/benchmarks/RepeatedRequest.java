package org.coachbook.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** One request that 32 clients send again and again; made once and its answers not read, as the machine is shared. */
record RepeatedRequest(HttpClient http, HttpRequest request, int expected) {
    private static final int CLIENTS = 32;

    /** One round; times in ms, {@code cpuMicros} of the service per answer. */
    record Round(double rate, double p99, double cpuMicros) {}

    static RepeatedRequest get(URI address) {
        return new RepeatedRequest(client(), HttpRequest.newBuilder(address).build(), 200);
    }

    static RepeatedRequest post(URI address, String token, String body) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return new RepeatedRequest(client(), request, 200);
    }

    /** This request, where another status than 200 is the answer. */
    RepeatedRequest answeredWith(int status) {
        return new RepeatedRequest(http, request, status);
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** @param pause of each client between an answer and his next request */
    Round round(Run run, String service, Duration pause) {
        Histogram nanos = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(1), 3);
        Duration before = run.processes().cpuOf(service);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(run.effort().seconds());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < CLIENTS; client++) {
                Duration first = pause.multipliedBy(client).dividedBy(CLIENTS);
                threads.execute(() -> sendUntil(end, first, pause, nanos));
            }
        }
        double seconds = run.effort().seconds();
        long cpu = run.processes().cpuOf(service).minus(before).toNanos();
        long answers = nanos.getTotalCount();
        return new Round(answers / seconds, nanos.getValueAtPercentile(99) / 1e6, cpu / 1e3 / answers);
    }

    /** Not all at once, where they pause. */
    private void sendUntil(long end, Duration first, Duration pause, Histogram nanos) {
        LockSupport.parkNanos(first.toNanos());
        for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
            send();
            nanos.recordValue(System.nanoTime() - begun);
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private void send() {
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status != expected) {
                throw new IllegalStateException(request.uri() + " answers " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
