package org.coachbook.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.service.RefundService;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.coachbook.payment.payments.RefundFact;
import org.coachbook.payment.payments.RefundState;

/** Refunds, which take the coach's and the platform's shares back in proportion. */
@Singleton
public class StripeRefunds {
    private static final String REFUND_ID = "refundId";

    private final RefundService refunds;
    private final Attempts attempts;

    StripeRefunds(StripeClient client, Attempts attempts) {
        this.refunds = client.v1().refunds();
        this.attempts = attempts;
    }

    /**
     * Gives money back.
     *
     * @param amount minor units
     * @param withFee whether the payment has an application fee to be given back in proportion
     */
    public Attempt<RefundFact> create(
            String intentId, String paymentId, String refundId, long amount, boolean withFee, String key) {
        RefundCreateParams.Builder parameters = RefundCreateParams.builder()
                .setPaymentIntent(intentId)
                .setAmount(amount)
                .setReverseTransfer(true)
                .putMetadata(StripeSearch.PAYMENT_ID, paymentId)
                .putMetadata(REFUND_ID, refundId);
        if (withFee) {
            parameters.setRefundApplicationFee(true);
        }
        return attempts.make("refund", () -> refunds.create(parameters.build(), StripeIntents.options(key)))
                .map(StripeRefunds::fact);
    }

    /** Our refund of this intent with this id, if Stripe has it. */
    public Attempt<Optional<RefundFact>> find(String intentId, String refundId) {
        return of(intentId).map(all -> all.stream()
                .filter(fact -> fact.refundId().equals(refundId))
                .findFirst());
    }

    /** All refunds of this intent, those made at Stripe itself included. */
    public Attempt<List<RefundFact>> of(String intentId) {
        RefundListParams ofIntent = RefundListParams.builder()
                .setPaymentIntent(intentId)
                .setLimit(100L)
                .build();
        return attempts.make("find-refund", () -> StreamSupport.stream(
                        refunds.list(ofIntent).autoPagingIterable().spliterator(), false)
                .map(StripeRefunds::fact)
                .toList());
    }

    /** The refund with Stripe's id. */
    public Attempt<RefundFact> retrieve(String stripeId) {
        return attempts.make("retrieve-refund", () -> refunds.retrieve(stripeId))
                .map(StripeRefunds::fact);
    }

    /** Under our id, if we made it; under Stripe's, if an operator did. */
    private static RefundFact fact(Refund refund) {
        Map<String, String> metadata = Objects.requireNonNullElse(refund.getMetadata(), Map.of());
        String refundId = metadata.getOrDefault(REFUND_ID, refund.getId());
        return new RefundFact(refundId, refund.getId(), refund.getAmount(), state(refund), refund.getFailureReason());
    }

    private static RefundState state(Refund refund) {
        return switch (refund.getStatus()) {
            case "succeeded" -> RefundState.SUCCEEDED;
            case "failed", "canceled" -> RefundState.FAILED;
            default -> RefundState.PENDING;
        };
    }
}
