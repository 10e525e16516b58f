package org.coachbook.payment.payments;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coachbook.contracts.Contract;

/** Applies what happens to a payment: decide, write where nobody wrote meanwhile, else read and decide again. */
@ApplicationScoped
public class Payments {
    private static final int CONFLICTS = 50;

    private final PaymentRepository repository;
    private final Clock clock;
    private final Event<CallStarted> started;
    private final MeterRegistry meters;

    Payments(PaymentRepository repository, Clock clock, Event<CallStarted> started, MeterRegistry meters) {
        this.repository = repository;
        this.clock = clock;
        this.started = started;
        this.meters = meters;
    }

    /** A payment by its id. */
    public Optional<Payment> find(String id) {
        return repository.find(id);
    }

    /** The payment with this PaymentIntent. */
    public Optional<Payment> byIntent(String intentId) {
        return repository.byIntent(intentId);
    }

    /** Payments with a call that is due, or whose worker died. */
    public List<Payment> withDueCall(int limit) {
        return repository.withDueCall(clock.instant(), limit);
    }

    /** Payments of which Stripe should have told more by now. */
    public List<Payment> toCheck(int limit) {
        return repository.toCheck(clock.instant(), limit);
    }

    /** Applies a command to a payment that may be new; a first command is written without reading. */
    void command(String paymentId, String bookingId, PaymentInput.Command command) {
        Payment unknown = Payment.unknown(paymentId, bookingId, clock.instant());
        boolean first = command instanceof PaymentInput.Authorize;
        apply(first ? unknown : repository.find(paymentId).orElse(unknown), command);
    }

    /** Applies an input to a payment as it was read; what was written meanwhile is taken into account. */
    public Payment apply(Payment read, PaymentInput input) {
        Payment known = read;
        for (int i = 0; i < CONFLICTS; i++) {
            Instant now = clock.instant();
            Decision decision = PaymentProcess.decide(known, input, now);
            if (decision.after() == known && decision.messages().isEmpty()) {
                return known;
            }
            Optional<Payment> written = repository.write(known, decision, now);
            if (written.isPresent()) {
                return followUp(known, written.get(), decision, now);
            }
            known = repository.find(read.id()).orElse(read);
        }
        throw new IllegalStateException("Payment " + read.id() + " is written by too many at once");
    }

    private Payment followUp(Payment before, Payment after, Decision decision, Instant now) {
        decision.messages().forEach(this::count);
        Call call = after.work().call();
        if (call != null && !call.equals(before.work().call()) && call.leasedAt(now)) {
            started.fire(new CallStarted(after));
        }
        return after;
    }

    private void count(Outgoing outgoing) {
        if (outgoing instanceof Outgoing.Say say) {
            Contract contract = say.payload().getClass().getAnnotation(Contract.class);
            meters.counter("payments.announced", "type", contract == null ? "" : contract.type())
                    .increment();
        }
    }
}
