package org.coachbook.payment.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.coachbook.chassis.time.Poller;
import org.coachbook.payment.payments.Payment;
import org.coachbook.payment.payments.Payments;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks Stripe about payments that are not final and of which no webhook came for a while. */
@Startup
@ApplicationScoped
class ReconciliationPoller {
    private static final int BATCH = 100;
    private static final int AT_ONCE = 8;

    private final Payments payments;
    private final Observations observations;
    private final MeterRegistry meters;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofVirtual().name("reconciliation ", 0).factory());
    private final Poller poller;

    ReconciliationPoller(
            Payments payments,
            Observations observations,
            MeterRegistry meters,
            @ConfigProperty(name = "coachbook.reconciliation.period", defaultValue = "PT10S") Duration period) {
        this.payments = payments;
        this.observations = observations;
        this.meters = meters;
        this.poller = Poller.every(period, "reconciliation with Stripe", this::sweep);
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.close();
        threads.shutdown();
    }

    private void sweep() {
        List<Payment> due = payments.toCheck(BATCH);
        due.stream()
                .map(payment -> threads.submit(() -> check(payment)))
                .toList()
                .forEach(this::await);
    }

    private void check(Payment payment) {
        boolean answered = observations.lookAtIntent(payment);
        meters.counter("payments.reconciled", "outcome", answered ? "read" : "unanswered")
                .increment();
    }

    private void await(Future<?> checked) {
        try {
            checked.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A payment could not be reconciled; the next round tries again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
