package org.coachbook.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.service.PaymentIntentService;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.coachbook.payment.payments.Intent;
import org.coachbook.payment.payments.Payment;
import org.coachbook.payment.payments.Terms;

/** PaymentIntents: destination charges with {@code on_behalf_of} the coach, who issues the invoice. */
@Singleton
public class StripeIntents {
    private static final PaymentIntentRetrieveParams WITH_CHARGE =
            PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build();

    private final PaymentIntentService intents;
    private final Attempts attempts;

    StripeIntents(StripeClient client, Attempts attempts) {
        this.intents = client.v1().paymentIntents();
        this.attempts = attempts;
    }

    /** Prepares a payment to this account; the fee parameter is left out where there is no fee. */
    public Attempt<Intent> create(Payment payment, Terms terms, String account, String key) {
        return attempts.make("create", () -> intents.create(parameters(payment, terms, account), options(key)))
                .map(IntentShape::of);
    }

    /** Reads it, with what its charge says about the authorisation's end. */
    public Attempt<Intent> retrieve(String intentId) {
        return attempts.make("retrieve", () -> intents.retrieve(intentId, WITH_CHARGE))
                .map(IntentShape::of);
    }

    /** Takes the authorised money, all of it. */
    public Attempt<Intent> capture(String intentId, String key) {
        PaymentIntentCaptureParams all = PaymentIntentCaptureParams.builder().build();
        return attempts.make("capture", () -> intents.capture(intentId, all, options(key)))
                .map(IntentShape::of);
    }

    /** Gives it up; an authorisation is released. */
    public Attempt<Intent> cancel(String intentId, String key) {
        PaymentIntentCancelParams plain = PaymentIntentCancelParams.builder().build();
        return attempts.make("cancel", () -> intents.cancel(intentId, plain, options(key)))
                .map(IntentShape::of);
    }

    static RequestOptions options(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    private static PaymentIntentCreateParams parameters(Payment payment, Terms terms, String account) {
        PaymentIntentCreateParams.Builder parameters = PaymentIntentCreateParams.builder()
                .setAmount(terms.amount())
                .setCurrency(terms.currency().toLowerCase(Locale.ROOT))
                .setCaptureMethod(terms.captureAtOnce() ? CaptureMethod.AUTOMATIC : CaptureMethod.MANUAL)
                .addPaymentMethodType("card")
                .setOnBehalfOf(account)
                .setTransferData(PaymentIntentCreateParams.TransferData.builder()
                        .setDestination(account)
                        .build())
                .putMetadata(StripeSearch.PAYMENT_ID, payment.id())
                .putMetadata(payment.isForPackage() ? "packageId" : "bookingId", payment.bookingId());
        if (terms.platformFee() > 0) {
            parameters.setApplicationFeeAmount(terms.platformFee());
        }
        return parameters.build();
    }
}
