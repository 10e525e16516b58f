package org.coachbook.stripesimulator.paymentintents;

import org.coachbook.stripesimulator.accounts.Capabilities;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.StripeObject;

/** What a destination charge needs (docs.stripe.com/connect/destination-charges). */
final class ConnectRules {
    private static final String FEE = "application_fee_amount";
    private final Store store;

    ConnectRules(Store store) {
        this.store = store;
    }

    void check(StripeObject intent) {
        String destination = intent.get("transfer_data").path("destination").asText();
        if (!destination.isEmpty()) {
            Capabilities.requireTransfers(store, destination, "transfer_data[destination]");
        }
        String onBehalfOf = intent.text("on_behalf_of");
        if (onBehalfOf != null) {
            Capabilities.requireCardPayments(store, onBehalfOf);
        }
        long amount = intent.number("amount");
        if (!intent.get(FEE).isNull()) {
            checkFee(intent, !destination.isEmpty(), amount);
        }
        if (intent.get("transfer_data").path("amount").asLong() > amount) {
            throw StripeErrors.parameter(
                    null, "transfer_data[amount]", "The transfer amount cannot be greater than the charge amount.");
        }
    }

    private static void checkFee(StripeObject intent, boolean destined, long amount) {
        if (intent.number(FEE) < 1) {
            throw StripeErrors.parameter(
                    "parameter_invalid_integer", FEE, "This value must be greater than or equal to 1.");
        }
        if (!destined && intent.account() == null) {
            throw StripeErrors.parameter(
                    null,
                    FEE,
                    "Can only apply an application_fee_amount when the PaymentIntent is attempting a direct payment"
                            + " (using an OAuth key or Stripe-Account header) or destination payment (using"
                            + " `transfer_data[destination]`).");
        }
        if (intent.get("transfer_data").has("amount")) {
            throw StripeErrors.parameter(
                    null, FEE, "You may not provide both application_fee_amount and transfer_data[amount].");
        }
        checkFeeAmount(intent.number(FEE), amount);
    }

    static void checkFeeAmount(long fee, long amount) {
        if (fee > amount) {
            throw StripeErrors.parameter(
                    null, FEE, "Invalid application_fee_amount: it must not be greater than the amount.");
        }
    }
}
