package org.coachbook.availability.externalcalendars;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.coachbook.availability.externalcalendars.AddressGuard.Admitted;
import org.coachbook.availability.externalcalendars.Fetched.Validators;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Fetches calendars by HTTP. It connects to the very address that {@link AddressGuard} admitted, under the name that TLS
 * and the server know it by (Vert.x separates the two), and follows redirects itself, each admitted anew.
 */
@Singleton
class CalendarClient {
    static final int LARGEST = 5 * 1024 * 1024;

    private static final int MOST_REDIRECTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final HttpClientOptions OPTIONS =
            new HttpClientOptions().setKeepAlive(false).setConnectTimeout(5_000);

    private record Answer(int status, @Nullable String location, Validators validators, Buffer body) {}

    private final HttpClient http;
    private final AddressGuard guard;
    private final Duration patience;

    @Inject
    CalendarClient(
            Vertx vertx,
            @ConfigProperty(name = "coachbook.external-calendars.loopback", defaultValue = "false") boolean loopback) {
        this(vertx, OPTIONS, new AddressGuard(InetAddress::getAllByName, loopback), PATIENCE);
    }

    CalendarClient(Vertx vertx, HttpClientOptions options, AddressGuard guard, Duration patience) {
        this.http = vertx.createHttpClient(options);
        this.guard = guard;
        this.patience = patience;
    }

    /** What is wrong with the address as far as can be seen without asking it. */
    @Nullable
    String problem(CalendarAddress address) {
        return address.problem(guard.loopback());
    }

    /** Fetches the file, unless it still is the one that the validators are of. */
    Fetched fetch(CalendarAddress address, Validators known) throws UnreadableCalendarException {
        long end = System.nanoTime() + patience.toNanos();
        CalendarAddress at = address;
        for (int asked = 0; asked <= MOST_REDIRECTS; asked++) {
            Admitted admitted = guard.admit(at);
            Answer answer = ask(admitted, known, end - System.nanoTime());
            if (answer.location() == null) {
                return fetched(answer, known);
            }
            at = next(admitted, answer.location());
        }
        throw new UnreadableCalendarException(Trouble.REDIRECTS);
    }

    private CalendarAddress next(Admitted from, String location) throws UnreadableCalendarException {
        try {
            CalendarAddress next =
                    new CalendarAddress(from.uri().resolve(location).toString());
            if (problem(next) == null) {
                return next;
            }
        } catch (IllegalArgumentException e) {
            throw new UnreadableCalendarException(Trouble.REDIRECTS);
        }
        throw new UnreadableCalendarException(Trouble.REDIRECTS);
    }

    private static Fetched fetched(Answer answer, Validators known) throws UnreadableCalendarException {
        if (answer.status() == 200) {
            return new Fetched.File(answer.body().toString(StandardCharsets.UTF_8), answer.validators());
        }
        if (answer.status() == 304 && !known.equals(Validators.NONE)) {
            return new Fetched.Unchanged();
        }
        throw new UnreadableCalendarException(Trouble.REFUSED);
    }

    private Answer ask(Admitted admitted, Validators known, long nanos) throws UnreadableCalendarException {
        AtomicReference<@Nullable HttpClientRequest> sent = new AtomicReference<>();
        CompletableFuture<Answer> answer = http.request(options(admitted))
                .compose(request -> {
                    sent.set(request);
                    return send(request, known);
                })
                .toCompletionStage()
                .toCompletableFuture();
        try {
            return await(answer, nanos);
        } finally {
            HttpClientRequest request = sent.get();
            if (request != null) {
                request.reset(); // does nothing to one that was answered
            }
        }
    }

    private static Answer await(CompletableFuture<Answer> answer, long nanos) throws UnreadableCalendarException {
        try {
            return answer.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new UnreadableCalendarException(Trouble.TOO_SLOW);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnreadableCalendarException unreadable
                    ? unreadable
                    : new UnreadableCalendarException(Trouble.UNREACHABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadableCalendarException(Trouble.TOO_SLOW);
        }
    }

    private static RequestOptions options(Admitted admitted) {
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(
                        admitted.port(), admitted.machine().getHostAddress()))
                .setHost(admitted.host())
                .setPort(admitted.port())
                .setSsl(admitted.secure())
                .setURI(admitted.path());
    }

    private static Future<Answer> send(HttpClientRequest request, Validators known) {
        request.putHeader("Accept", "text/calendar, */*;q=0.1").putHeader("User-Agent", "Coachbook");
        if (known.etag() != null) {
            request.putHeader("If-None-Match", known.etag());
        }
        if (known.lastModified() != null) {
            request.putHeader("If-Modified-Since", known.lastModified());
        }
        return request.send().compose(CalendarClient::read);
    }

    private static Future<Answer> read(HttpClientResponse response) {
        response.exceptionHandler(_ -> {}); // of a body that nobody waits for
        int status = response.statusCode();
        Validators validators = new Validators(response.getHeader("ETag"), response.getHeader("Last-Modified"));
        boolean elsewhere = status >= 301 && status <= 308 && status != 304;
        String location = elsewhere ? Objects.requireNonNullElse(response.getHeader("Location"), "") : null;
        return status == 200
                ? body(response).map(body -> new Answer(status, null, validators, body))
                : Future.succeededFuture(new Answer(status, location, validators, Buffer.buffer()));
    }

    private static Future<Buffer> body(HttpClientResponse response) {
        Promise<Buffer> body = Promise.promise();
        Buffer read = Buffer.buffer();
        response.handler(chunk -> {
                    if (read.length() + chunk.length() > LARGEST) {
                        body.tryFail(new UnreadableCalendarException(Trouble.TOO_LARGE));
                        response.request().reset();
                    } else {
                        read.appendBuffer(chunk);
                    }
                })
                .exceptionHandler(body::tryFail)
                .endHandler(_ -> body.tryComplete(read));
        return body.future();
    }
}
