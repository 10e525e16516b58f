package org.coachbook.payment.webhooks;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.coachbook.chassis.time.Poller;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Processes stored events: at once those that arrive here, by polling those that were put off or left behind. */
@Startup
@ApplicationScoped
class WebhookWorker {
    private static final Logger LOG = Logger.getLogger(WebhookWorker.class);
    private static final int BATCH = 200;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final WebhookRepository events;
    private final WebhookProcessing processing;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Semaphore places;
    private final Poller poller;

    WebhookWorker(
            WebhookRepository events,
            WebhookProcessing processing,
            Clock clock,
            MeterRegistry meters,
            @ConfigProperty(name = "coachbook.webhooks.concurrency", defaultValue = "32") int concurrency,
            @ConfigProperty(name = "coachbook.webhooks.poll", defaultValue = "PT1S") Duration poll) {
        this.events = events;
        this.processing = processing;
        this.clock = clock;
        this.meters = meters;
        this.places = new Semaphore(concurrency);
        this.poller = Poller.every(poll, "stored events of Stripe", this::takeUpDue);
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.close();
    }

    /** Processes it soon, on a thread of its own. */
    void start(WebhookEvent event) {
        Thread.ofVirtual().name(event.type()).start(() -> run(event));
    }

    private void takeUpDue() {
        Instant now = clock.instant();
        events.due(now, BATCH).forEach(event -> events.claim(event, now.plus(WebhookShape.LEASE))
                .ifPresent(this::start));
    }

    private void run(WebhookEvent event) {
        try {
            places.acquire();
            try {
                settle(event, processing.process(event));
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf(e, "Event %s is processed again after its lease", event.id());
        }
    }

    private void settle(WebhookEvent event, boolean done) {
        Instant now = clock.instant();
        if (done) {
            events.processed(event.id(), now);
            meters.timer("stripe.webhooks.lag", "type", event.type()).record(Duration.between(event.receivedAt(), now));
        } else {
            events.later(event.id(), now.plus(PAUSE.multipliedBy(1L << Math.min(event.tries(), 7))));
        }
    }
}
