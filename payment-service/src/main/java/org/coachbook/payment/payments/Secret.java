package org.coachbook.payment.payments;

/**
 * A value that must not be seen in a log.
 *
 * @param value the client secret of a PaymentIntent
 */
public record Secret(String value) {
    @Override
    public String toString() {
        return "[secret]";
    }
}
