package org.coachbook.payment.payments;

import java.util.Optional;

/** Who may see what of a payment. */
final class PaymentAccess {
    private PaymentAccess() {}

    /** The terms, if this person is a party to the payment. */
    static Optional<Terms> terms(Payment payment, String person) {
        return Optional.ofNullable(payment.terms())
                .filter(t -> t.clientId().equals(person) || t.coachId().equals(person));
    }

    /** Whether this person is the one who pays. */
    static boolean paidBy(Payment payment, String person) {
        return Optional.ofNullable(payment.terms())
                .filter(t -> t.clientId().equals(person))
                .isPresent();
    }

    /** The client secret while there is something to pay. */
    static Optional<Secret> secret(Payment payment) {
        return Optional.ofNullable(payment.facts().intent())
                .filter(_ -> payment.payable() || payment.status() == PaymentStatus.PAYMENT_PROCESSING)
                .flatMap(intent -> Optional.ofNullable(intent.clientSecret()));
    }
}
