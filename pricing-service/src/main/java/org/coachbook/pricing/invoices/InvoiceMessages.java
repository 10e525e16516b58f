package org.coachbook.pricing.invoices;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.coachbook.chassis.messaging.IncomingMessage;
import org.coachbook.chassis.messaging.Subscription;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.coachbook.contracts.payment.event.PaymentCompleted;
import org.coachbook.contracts.payment.event.PaymentRefundFailed;
import org.coachbook.contracts.payment.event.PaymentRefunded;

/** Money that was taken or went back; in the order of each booking's payment. */
@ApplicationScoped
class InvoiceMessages implements Subscription {
    private static final String COMPLETED = typeOf(PaymentCompleted.class);
    private static final String REFUNDED = typeOf(PaymentRefunded.class);
    private static final String REFUND_FAILED = typeOf(PaymentRefundFailed.class);

    private final Invoicing invoicing;
    private final MeterRegistry meters;

    InvoiceMessages(Invoicing invoicing, MeterRegistry meters) {
        this.invoicing = invoicing;
        this.meters = meters;
    }

    @Override
    public String group() {
        return "pricing-service.invoices";
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.PAYMENT_EVENTS);
    }

    @Override
    public void handle(IncomingMessage message) {
        Instant at = Instant.ofEpochMilli(message.appendedAtMillis());
        if (COMPLETED.equals(message.type())) {
            invoicing.issueFor(message.as(PaymentCompleted.class), at);
            meters.counter("invoices.issued", "kind", "invoice").increment();
        } else if (REFUNDED.equals(message.type())) {
            invoicing.issueFor(message.as(PaymentRefunded.class), message.id(), at);
            meters.counter("invoices.issued", "kind", "credit_note").increment();
        } else if (REFUND_FAILED.equals(message.type())) {
            invoicing.issueFor(message.as(PaymentRefundFailed.class), message.id(), at);
            meters.counter("invoices.issued", "kind", "reversal").increment();
        }
    }

    private static String typeOf(Class<? extends Record> message) {
        return message.getAnnotation(Contract.class).type();
    }
}
