package org.coachbook.notification.reading;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.coachbook.chassis.identity.ServiceToken;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bookings, from booking-service; kept for some seconds, so that the mails of one event share a read. */
@Singleton
public class BookingsClient {
    private final InternalHttpClient http;
    private final ServiceToken token;
    private final String url;
    private final Kept<Booking> kept;

    BookingsClient(
            InternalHttpClient http,
            ServiceToken token,
            Clock clock,
            @ConfigProperty(name = "coachbook.services.booking.url") String url) {
        this.http = http;
        this.token = token;
        this.url = url + "/internal/bookings/";
        this.kept = new Kept<>(clock, Duration.ofSeconds(10), 10_000);
    }

    /**
     * Empty when there is none.
     *
     * @throws org.coachbook.chassis.http.ProblemException 503 when it cannot be read now
     */
    public Optional<Booking> find(String id) {
        return kept.get(id, this::read);
    }

    /**
     * As it is now, for what is told of this moment.
     *
     * @throws org.coachbook.chassis.http.ProblemException 503 when it cannot be read now
     */
    public Optional<Booking> findNow(String id) {
        kept.drop(id);
        return find(id);
    }

    private Optional<Booking> read(String id) {
        return http.read(url + PathSegment.of(id), token.bearer(), Booking.class);
    }
}
