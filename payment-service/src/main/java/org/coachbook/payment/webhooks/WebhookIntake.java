package org.coachbook.payment.webhooks;

import com.stripe.model.Event;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Stores events that matter to us, each once however it became known, and has them processed. */
@Singleton
class WebhookIntake {
    private final WebhookRepository events;
    private final WebhookWorker worker;
    private final Clock clock;
    private final MeterRegistry meters;

    WebhookIntake(WebhookRepository events, WebhookWorker worker, Clock clock, MeterRegistry meters) {
        this.events = events;
        this.worker = worker;
        this.clock = clock;
        this.meters = meters;
    }

    /** Takes one that Stripe sent. */
    void received(Event event) {
        WebhookShape.of(event, clock.instant()).ifPresent(known -> count(store(known) ? "stored" : "duplicate"));
    }

    /** Takes one that Stripe has kept; it is news only if it was never sent, or is still on its way. */
    void found(Event event) {
        WebhookShape.of(event, clock.instant()).filter(this::store).ifPresent(_ -> count("found"));
    }

    private boolean store(WebhookEvent event) {
        boolean first = events.insert(event);
        if (first) {
            worker.start(event);
        }
        return first;
    }

    private void count(String outcome) {
        meters.counter("stripe.webhooks", "outcome", outcome).increment();
    }
}
