package org.coachbook.payment.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.FeeRefund;
import com.stripe.model.Refund;
import java.util.List;

/**
 * Everything that Stripe moved for one charge.
 *
 * @param charge with its transfer and application fee expanded
 * @param settled how the charge changed the platform's balance
 * @param refunds with balance transaction and transfer reversal expanded
 */
public record ChargeRecord(
        Charge charge, BalanceTransaction settled, List<Refund> refunds, List<FeeRefund> feeRefunds) {}
