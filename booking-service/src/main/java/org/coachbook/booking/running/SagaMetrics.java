package org.coachbook.booking.running;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.Rejection;

/** Counts what becomes of bookings, and times their steps. */
@ApplicationScoped
class SagaMetrics {
    private final MeterRegistry meters;

    SagaMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void placed() {
        meters.counter("bookings.placed").increment();
    }

    void moved(Booking before, Booking next, Instant now) {
        if (!before.progress().step().equals(next.progress().step())) {
            meters.timer("saga.step", "step", before.progress().step())
                    .record(Duration.between(before.progress().stepSince(), now));
        }
        if (before.status() != next.status()) {
            entered(next);
        }
    }

    private void entered(Booking next) {
        switch (next.status()) {
            case FIRM_BOOKED, CONFIRMED -> meters.counter("bookings.confirmed").increment();
            case REJECTED ->
                meters.counter("bookings.rejected", "reason", reasonOf(next)).increment();
            default ->
                meters.counter("bookings.moved", "status", next.status().wireName())
                        .increment();
        }
    }

    private static String reasonOf(Booking rejected) {
        Rejection rejection = rejected.progress().rejection();
        return rejection == null ? "unknown" : rejection.reason().wireName();
    }
}
