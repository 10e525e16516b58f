package org.coachbook.payment.calls;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coachbook.chassis.time.Poller;
import org.coachbook.payment.payments.Call;
import org.coachbook.payment.payments.CallKind;
import org.coachbook.payment.payments.CallResult;
import org.coachbook.payment.payments.CallStarted;
import org.coachbook.payment.payments.Payment;
import org.coachbook.payment.payments.PaymentInput;
import org.coachbook.payment.payments.Payments;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the calls to Stripe: at once when one is recorded here, and those that are due again or whose worker died by
 * polling. Each runs on a virtual thread of its own, so a hung call stops nobody; a semaphore bounds them.
 */
@Startup
@ApplicationScoped
class CallWorker {
    private static final Logger LOG = Logger.getLogger(CallWorker.class);
    private static final int BATCH = 200;
    private static final Duration ENOUGH = Duration.ofSeconds(12);

    private final Map<CallKind, StripeCall> kinds;
    private final Payments payments;
    private final Clock clock;
    private final Semaphore places;
    private final Poller poller;

    CallWorker(
            @All List<StripeCall> kinds,
            Payments payments,
            Clock clock,
            @ConfigProperty(name = "coachbook.stripe.concurrency", defaultValue = "32") int concurrency,
            @ConfigProperty(name = "coachbook.stripe.poll", defaultValue = "PT0.5S") Duration poll) {
        this.kinds = kinds.stream().collect(Collectors.toMap(StripeCall::kind, Function.identity()));
        this.payments = payments;
        this.clock = clock;
        this.places = new Semaphore(concurrency);
        this.poller = Poller.every(poll, "calls to Stripe that are due", this::takeUpDue);
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.close();
    }

    void started(@Observes CallStarted started) {
        Thread.ofVirtual().name("call of " + started.payment().id()).start(() -> run(started.payment()));
    }

    /** Claiming starts the call, through {@link CallStarted}. */
    private void takeUpDue() {
        int free = Math.min(BATCH, places.availablePermits());
        if (free > 0) {
            payments.withDueCall(free).forEach(due -> payments.apply(due, new PaymentInput.CallClaimed()));
        }
    }

    private void run(Payment payment) {
        Call call = payment.work().call();
        if (call == null) {
            return;
        }
        try {
            places.acquire();
            try {
                make(payment, call);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf(e, "Call %s of payment %s is taken up again after its lease", call.kind(), payment.id());
        }
    }

    /** A call that waited for its place until its lease was nearly over is left to who claims it next. */
    private void make(Payment payment, Call call) {
        if (clock.instant().isBefore(call.nextAt().minus(ENOUGH))) {
            payments.apply(payment, new PaymentInput.CallEnded(call, made(payment, call)));
        }
    }

    private CallResult made(Payment payment, Call call) {
        StripeCall kind = kinds.get(call.kind());
        if (kind == null) {
            throw new IllegalStateException("Nobody makes calls of kind " + call.kind());
        }
        return call.needsLookUp(clock.instant()) ? kind.lookUp(payment, call) : kind.send(payment, call);
    }
}
