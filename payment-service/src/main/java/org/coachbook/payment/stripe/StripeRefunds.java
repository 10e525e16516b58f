package org.coachbook.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.service.RefundService;
import jakarta.inject.Singleton;
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
                .map(refund -> fact(refundId, refund));
    }

    /** Our refund of this intent with this id, if Stripe has it. */
    public Attempt<Optional<RefundFact>> find(String intentId, String refundId) {
        RefundListParams ofIntent = RefundListParams.builder()
                .setPaymentIntent(intentId)
                .setLimit(100L)
                .build();
        return attempts.make("find-refund", () -> StreamSupport.stream(
                        refunds.list(ofIntent).autoPagingIterable().spliterator(), false)
                .filter(r -> refundId.equals(r.getMetadata().get(REFUND_ID)))
                .findFirst()
                .map(r -> fact(refundId, r)));
    }

    /** The refund with Stripe's id; empty when it is none of ours. */
    public Attempt<Optional<RefundFact>> retrieve(String stripeId) {
        return attempts.make("retrieve-refund", () -> refunds.retrieve(stripeId))
                .map(r -> Optional.ofNullable(r.getMetadata().get(REFUND_ID)).map(id -> fact(id, r)));
    }

    private static RefundFact fact(String refundId, Refund refund) {
        RefundState state =
                switch (refund.getStatus()) {
                    case "succeeded" -> RefundState.SUCCEEDED;
                    case "failed", "canceled" -> RefundState.FAILED;
                    default -> RefundState.PENDING;
                };
        return new RefundFact(refundId, refund.getId(), state, refund.getFailureReason());
    }
}
