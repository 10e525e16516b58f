package org.coachbook.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.model.ApplicationFee;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.FeeRefund;
import com.stripe.model.Refund;
import com.stripe.param.ApplicationFeeRefundListParams;
import com.stripe.param.ChargeRetrieveParams;
import com.stripe.param.RefundListParams;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Charges with everything that hangs on them. */
@Singleton
public class StripeCharges {
    private static final long PAGE = 100;
    private static final ChargeRetrieveParams WITH_SHARES = ChargeRetrieveParams.builder()
            .addAllExpand(List.of("balance_transaction", "transfer", "application_fee"))
            .build();

    private final StripeClient client;
    private final Attempts attempts;

    StripeCharges(StripeClient client, Attempts attempts) {
        this.client = client;
        this.attempts = attempts;
    }

    /**
     * Reads it; no answer while Stripe has not settled it yet.
     *
     * @param refunded whether there are refunds, failed ones included
     */
    public Attempt<ChargeRecord> read(String chargeId, boolean refunded) {
        return attempts.make("read-charge", () -> record(chargeId, refunded));
    }

    private ChargeRecord record(String chargeId, boolean refunded) throws StripeException {
        Charge charge = client.v1().charges().retrieve(chargeId, WITH_SHARES);
        BalanceTransaction settled = charge.getBalanceTransactionObject();
        if (settled == null) {
            throw new ApiConnectionException("The charge is not settled yet");
        }
        List<Refund> refunds = refunded ? refunds(charge) : List.of();
        return new ChargeRecord(charge, settled, refunds, feeRefunds(charge.getApplicationFeeObject()));
    }

    private List<Refund> refunds(Charge charge) throws StripeException {
        RefundListParams ofCharge = RefundListParams.builder()
                .setCharge(charge.getId())
                .setLimit(PAGE)
                .addAllExpand(List.of(
                        "data.balance_transaction", "data.failure_balance_transaction", "data.transfer_reversal"))
                .build();
        return client.v1().refunds().list(ofCharge).getData();
    }

    private List<FeeRefund> feeRefunds(@Nullable ApplicationFee fee) throws StripeException {
        if (fee == null || fee.getAmountRefunded() == null || fee.getAmountRefunded() == 0) {
            return List.of();
        }
        ApplicationFeeRefundListParams all =
                ApplicationFeeRefundListParams.builder().setLimit(PAGE).build();
        return client.v1().applicationFees().refunds().list(fee.getId(), all).getData();
    }
}
