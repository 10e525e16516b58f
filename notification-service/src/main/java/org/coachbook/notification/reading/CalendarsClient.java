package org.coachbook.notification.reading;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.coachbook.chassis.http.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks availability-service whether somebody may see a coach's calendar; his own token decides. */
@Singleton
public class CalendarsClient {
    private final InternalHttpClient http;
    private final Clock clock;
    private final String url;

    CalendarsClient(
            InternalHttpClient http,
            Clock clock,
            @ConfigProperty(name = "coachbook.services.availability.url") String url) {
        this.http = http;
        this.clock = clock;
        this.url = url + "/api/coaches/";
    }

    /**
     * Whether the token's owner may see the calendar.
     *
     * @throws org.coachbook.chassis.http.ProblemException 503 when that cannot be known now
     */
    public boolean visible(String coachId, String token) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        String address = url + PathSegment.of(coachId) + "/calendar?from=" + today + "&to=" + today;
        int status = http.status(address, "Bearer " + token);
        if (status >= 500 || status == 429) {
            throw Problem.tryAgain().asException();
        }
        return status == 200;
    }
}
