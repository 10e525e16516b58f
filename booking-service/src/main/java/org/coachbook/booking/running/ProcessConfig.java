package org.coachbook.booking.running;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.coachbook.booking.process.BookingProcess;
import org.coachbook.booking.process.Deadlines;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The process with the configured deadlines, all ISO 8601 durations. */
@Singleton
class ProcessConfig {
    @Produces
    @Singleton
    BookingProcess process(
            @ConfigProperty(name = "coachbook.deadlines.reservation", defaultValue = "PT10S") Duration reservation,
            @ConfigProperty(name = "coachbook.deadlines.payment", defaultValue = "PT15M") Duration payment,
            @ConfigProperty(name = "coachbook.deadlines.payment-on-acceptance", defaultValue = "PT24H")
                    Duration paymentOnAcceptance,
            @ConfigProperty(name = "coachbook.deadlines.request", defaultValue = "PT48H") Duration request) {
        return new BookingProcess(new Deadlines(reservation, payment, paymentOnAcceptance, request));
    }
}
