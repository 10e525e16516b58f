package org.coachbook.payment.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.coachbook.payment.payments.Decline;
import org.coachbook.payment.payments.Intent;
import org.coachbook.payment.payments.IntentState;
import org.coachbook.payment.payments.Secret;
import org.jspecify.annotations.Nullable;

/** Reads Stripe's PaymentIntent (docs.stripe.com/payments/paymentintents/lifecycle). */
final class IntentShape {
    /** The shortest life of a card's authorisation, 4 days and 18 hours, where Stripe names no end. */
    private static final Duration SHORTEST_AUTHORIZATION = Duration.ofHours(4 * 24 + 18);

    private IntentShape() {}

    static Intent of(PaymentIntent intent) {
        IntentState state = state(intent.getStatus());
        String secret = intent.getClientSecret();
        return new Intent(
                intent.getId(),
                state,
                Objects.requireNonNullElse(intent.getAmountReceived(), 0L),
                secret == null ? null : new Secret(secret),
                intent.getLatestCharge(),
                state == IntentState.AUTHORIZED ? captureBefore(intent) : null,
                decline(intent));
    }

    private static IntentState state(String status) {
        return switch (status) {
            case "processing" -> IntentState.PROCESSING;
            case "requires_capture" -> IntentState.AUTHORIZED;
            case "succeeded" -> IntentState.CAPTURED;
            case "canceled" -> IntentState.CANCELLED;
            default -> IntentState.UNPAID;
        };
    }

    private static Instant captureBefore(PaymentIntent intent) {
        Charge charge = intent.getLatestChargeObject();
        Long named = charge == null
                        || charge.getPaymentMethodDetails() == null
                        || charge.getPaymentMethodDetails().getCard() == null
                ? null
                : charge.getPaymentMethodDetails().getCard().getCaptureBefore();
        return named == null
                ? Instant.ofEpochSecond(intent.getCreated()).plus(SHORTEST_AUTHORIZATION)
                : Instant.ofEpochSecond(named);
    }

    private static @Nullable Decline decline(PaymentIntent intent) {
        StripeError error = intent.getLastPaymentError();
        if (error == null) {
            return null;
        }
        String code = error.getDeclineCode() == null ? error.getCode() : error.getDeclineCode();
        return new Decline(attempt(intent, error), code);
    }

    private static String attempt(PaymentIntent intent, StripeError error) {
        if (error.getCharge() != null) {
            return error.getCharge();
        }
        return error.getPaymentMethod() == null
                ? intent.getId()
                : error.getPaymentMethod().getId();
    }
}
