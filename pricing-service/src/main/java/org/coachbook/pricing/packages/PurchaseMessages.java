package org.coachbook.pricing.packages;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.coachbook.chassis.messaging.IncomingMessage;
import org.coachbook.chassis.messaging.Subscription;
import org.coachbook.contracts.Topics;
import org.coachbook.contracts.payment.PaymentPurpose;
import org.coachbook.contracts.payment.event.DisputeClosed;
import org.coachbook.contracts.payment.event.PaymentCancelled;
import org.coachbook.contracts.payment.event.PaymentCompleted;
import org.coachbook.contracts.payment.event.PaymentRefundFailed;
import org.coachbook.contracts.payment.event.PaymentRefunded;

/** What became of the payments of packages; in the order of each payment. */
@ApplicationScoped
class PurchaseMessages implements Subscription {
    private final ClientPackages packages;

    PurchaseMessages(ClientPackages packages) {
        this.packages = packages;
    }

    @Override
    public String group() {
        return "pricing-service.packages";
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.PAYMENT_EVENTS);
    }

    @Override
    public void handle(IncomingMessage message) {
        Instant at = Instant.ofEpochMilli(message.appendedAtMillis());
        switch (message.type()) {
            case "payment.completed.v1" -> paid(message.as(PaymentCompleted.class), at);
            case "payment.cancelled.v1" -> cancelled(message.as(PaymentCancelled.class), at);
            case "payment.refunded.v1" -> refunded(message.as(PaymentRefunded.class), message.id(), at);
            case "payment.refund-failed.v1" -> notRefunded(message.as(PaymentRefundFailed.class), message.id(), at);
            case "payment.dispute-closed.v1" -> decided(message.as(DisputeClosed.class), message.id(), at);
            default -> {}
        }
    }

    private void paid(PaymentCompleted event, Instant at) {
        if (event.purpose() == PaymentPurpose.PACKAGE) {
            packages.paid(event.paymentId(), at);
        }
    }

    private void refunded(PaymentRefunded event, String eventId, Instant at) {
        if (event.purpose() == PaymentPurpose.PACKAGE) {
            packages.refunded(event.paymentId(), eventId, event.amount(), at);
        }
    }

    private void notRefunded(PaymentRefundFailed event, String eventId, Instant at) {
        if (event.purpose() == PaymentPurpose.PACKAGE) {
            packages.refunded(event.paymentId(), eventId, -event.amount(), at);
        }
    }

    /** What the client's bank has taken back has gone back as any refund. */
    private void decided(DisputeClosed event, String eventId, Instant at) {
        if (event.purpose() == PaymentPurpose.PACKAGE && event.lost()) {
            packages.refunded(event.paymentId(), eventId, event.amount(), at);
        }
    }

    private void cancelled(PaymentCancelled event, Instant at) {
        if (event.purpose() == PaymentPurpose.PACKAGE) {
            packages.cancelled(event.paymentId(), Cancellation.of(event.impossible(), at));
        }
    }
}
