package org.coachbook.payment.payments;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.coachbook.chassis.messaging.IncomingMessage;
import org.coachbook.chassis.messaging.Subscription;
import org.coachbook.contracts.Topics;
import org.coachbook.contracts.payment.AuthorizePayment;
import org.coachbook.contracts.payment.CancelPayment;
import org.coachbook.contracts.payment.CapturePayment;
import org.coachbook.contracts.payment.RefundPayment;

/** Commands about money: written into the payment and committed; workers make the calls to Stripe. */
@ApplicationScoped
class PaymentMessages implements Subscription {
    private final Payments payments;

    PaymentMessages(Payments payments) {
        this.payments = payments;
    }

    @Override
    public String group() {
        return "payment-service";
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.PAYMENT_COMMANDS);
    }

    @Override
    public void handle(IncomingMessage message) {
        switch (message.type()) {
            case "payment.authorize.v1" -> authorize(message.id(), message.as(AuthorizePayment.class));
            case "payment.capture.v1" -> capture(message.id(), message.as(CapturePayment.class));
            case "payment.cancel.v1" -> cancel(message.id(), message.as(CancelPayment.class));
            case "payment.refund.v1" -> refund(message.id(), message.as(RefundPayment.class));
            default -> {}
        }
    }

    private void authorize(String id, AuthorizePayment command) {
        payments.command(command.paymentId(), command.bookingId(), new PaymentInput.Authorize(id, command));
    }

    private void capture(String id, CapturePayment command) {
        payments.command(command.paymentId(), command.bookingId(), new PaymentInput.Capture(id));
    }

    private void cancel(String id, CancelPayment command) {
        payments.command(command.paymentId(), command.bookingId(), new PaymentInput.Cancel(id, command.onlyIfUnpaid()));
    }

    private void refund(String id, RefundPayment command) {
        payments.command(
                command.paymentId(),
                command.bookingId(),
                new PaymentInput.GiveBack(id, command.refundId(), command.amount(), command.reason()));
    }
}
