package org.coachbook.payment.payments;

/**
 * What the page needs to confirm the payment with the bank.
 *
 * @param clientSecret of the PaymentIntent; never logged, never in a message
 */
public record ClientSecretView(String clientSecret) {
    @Override
    public String toString() {
        return "ClientSecretView[secret]";
    }
}
