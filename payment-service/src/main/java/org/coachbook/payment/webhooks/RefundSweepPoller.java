package org.coachbook.payment.webhooks;

import com.stripe.model.Event;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coachbook.chassis.time.Poller;
import org.coachbook.payment.stripe.Attempt;
import org.coachbook.payment.stripe.StripeEvents;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds refunds of which no webhook came. A captured payment is final but for what an operator gives back at Stripe
 * itself, or a bank sends back, so not the payments are asked after but Stripe's own list of what happened to refunds.
 */
@Startup
@ApplicationScoped
class RefundSweepPoller {
    /** Events can become visible a little out of order. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final StripeEvents events;
    private final WebhookIntake intake;
    private final SweepRepository sweeps;
    private final Poller poller;

    RefundSweepPoller(
            StripeEvents events,
            WebhookIntake intake,
            SweepRepository sweeps,
            @ConfigProperty(name = "coachbook.reconciliation.refunds", defaultValue = "PT5M") Duration period) {
        this.events = events;
        this.intake = intake;
        this.sweeps = sweeps;
        this.poller = Poller.every(period, "Stripe's list of refunds", this::sweep);
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.close();
    }

    /** Reads on from where the last round ended; the first one reads everything that Stripe has kept. */
    void sweep() {
        Instant from = sweeps.readUntil().map(until -> until.minus(OVERLAP)).orElse(Instant.EPOCH);
        if (events.since(from, WebhookShape.REFUNDS) instanceof Attempt.Done<List<Event>> read) {
            read.value().forEach(intake::found);
            read.value().stream()
                    .mapToLong(Event::getCreated)
                    .max()
                    .ifPresent(newest -> sweeps.readUntil(Instant.ofEpochSecond(newest)));
        }
    }
}
