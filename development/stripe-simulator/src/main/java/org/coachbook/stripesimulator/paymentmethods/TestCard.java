package org.coachbook.stripesimulator.paymentmethods;

import org.jspecify.annotations.Nullable;

/**
 * One of Stripe's test cards (docs.stripe.com/testing).
 *
 * @param name what follows {@code pm_card_} or {@code tok_}
 * @param challenged whether it asks for 3-D Secure
 * @param errorCode the code it is declined with, after the challenge if there is one; null: it pays
 * @param refunds {@code succeed}, {@code pending} or {@code fail}
 */
public record TestCard(
        String name,
        String number,
        String brand,
        String funding,
        String country,
        boolean challenged,
        @Nullable String errorCode,
        @Nullable String declineCode,
        String refunds) {
    /** The last four digits. */
    public String last4() {
        return number.substring(number.length() - 4);
    }

    /** What Stripe tells the person whose card was declined. */
    public String declineMessage() {
        return switch (String.valueOf(declineCode == null ? errorCode : declineCode)) {
            case "insufficient_funds" -> "Your card has insufficient funds.";
            case "expired_card" -> "Your card has expired.";
            case "incorrect_cvc" -> "Your card's security code is incorrect.";
            case "processing_error" -> "An error occurred while processing your card. Try again in a little bit.";
            case "card_velocity_exceeded" ->
                "Your card was declined for making repeated attempts too frequently or exceeding its amount limit.";
            default -> "Your card was declined.";
        };
    }
}
