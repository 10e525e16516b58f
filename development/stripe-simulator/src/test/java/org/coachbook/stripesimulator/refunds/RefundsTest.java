package org.coachbook.stripesimulator.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.ApplicationFee;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.Transfer;
import com.stripe.param.ChargeRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import org.coachbook.stripesimulator.RunningSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RefundsTest {
    @RegisterExtension
    static final RunningSimulator STRIPE = new RunningSimulator();

    private final StripeClient stripe = STRIPE.sdk();

    private static RefundCreateParams.Builder of(PaymentIntent intent) {
        return RefundCreateParams.builder().setPaymentIntent(intent.getId());
    }

    private Refund refund(RefundCreateParams.Builder params) throws Exception {
        return stripe.v1().refunds().create(params.build());
    }

    private Charge charge(PaymentIntent intent) throws Exception {
        return stripe.v1()
                .charges()
                .retrieve(
                        intent.getLatestCharge(),
                        ChargeRetrieveParams.builder()
                                .addExpand("transfer")
                                .addExpand("application_fee")
                                .addExpand("refunds")
                                .build());
    }

    @Test
    void shares_of_transfer_and_fee_come_back_in_proportion_and_in_the_end_exactly() throws Exception {
        PaymentIntent paid = STRIPE.captured(RunningSimulator.forCoach(STRIPE.onboardedCoach()));
        Refund first =
                refund(of(paid).setAmount(3_601L).setReverseTransfer(true).setRefundApplicationFee(true));
        assertThat(first.getStatus()).isEqualTo("succeeded");
        assertThat(first.getTransferReversal()).startsWith("trr_");
        assertShares(paid, 3_601, 540); // 16.20 × 36.01 / 108.00 = 5.4015
        refund(of(paid).setAmount(3_601L).setReverseTransfer(true).setRefundApplicationFee(true));
        assertShares(paid, 7_202, 1_080);
        refund(of(paid).setReverseTransfer(true).setRefundApplicationFee(true));
        assertShares(paid, 10_800, 1_620);
        Charge charge = charge(paid);
        assertThat(charge.getRefunded()).isTrue();
        assertThat(charge.getTransferObject().getReversed()).isTrue();
        assertThat(charge.getApplicationFeeObject().getRefunded()).isTrue();
        assertThat(charge.getRefunds().getData()).hasSize(3);
    }

    private void assertShares(PaymentIntent paid, long refunded, long feeRefunded) throws Exception {
        Charge charge = charge(paid);
        Transfer transfer = charge.getTransferObject();
        ApplicationFee fee = charge.getApplicationFeeObject();
        assertThat(charge.getAmountRefunded()).isEqualTo(refunded);
        assertThat(transfer.getAmountReversed()).isEqualTo(refunded);
        assertThat(fee.getAmountRefunded()).isEqualTo(feeRefunded);
        assertThat(fee.getRefunds().getData().stream()
                        .mapToLong(com.stripe.model.FeeRefund::getAmount)
                        .sum())
                .isEqualTo(feeRefunded);
    }

    @Test
    void after_a_full_refund_with_all_shares_the_coach_has_what_he_had() throws Exception {
        String coach = STRIPE.onboardedCoach();
        PaymentIntent paid = STRIPE.captured(RunningSimulator.forCoach(coach));
        refund(of(paid).setReverseTransfer(true).setRefundApplicationFee(true));
        var balance = stripe.v1()
                .balance()
                .retrieve(com.stripe.param.BalanceRetrieveParams.builder().build(), RunningSimulator.as(coach));
        assertThat(balance.getAvailable().getFirst().getAmount()).isZero();
    }

    @Test
    void without_being_asked_for_the_shares_stay() throws Exception {
        PaymentIntent paid = STRIPE.captured(RunningSimulator.forCoach(STRIPE.onboardedCoach()));
        refund(of(paid).setAmount(5_400L).setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER));
        Charge charge = charge(paid);
        assertThat(charge.getAmountRefunded()).isEqualTo(5_400);
        assertThat(charge.getTransferObject().getAmountReversed()).isZero();
        assertThat(charge.getApplicationFeeObject().getAmountRefunded()).isZero();
    }

    @Test
    void no_more_than_what_is_left_can_be_refunded() throws Exception {
        PaymentIntent paid = STRIPE.captured(RunningSimulator.manual());
        refund(of(paid).setAmount(800L));
        var tooMuch = catchThrowableOfType(InvalidRequestException.class, () -> refund(of(paid).setAmount(10_001L)));
        assertThat(tooMuch.getCode()).isEqualTo("amount_too_large");
        assertThat(tooMuch.getParam()).isEqualTo("amount");
        assertThat(tooMuch).hasMessageContaining("CHF 100.01").hasMessageContaining("CHF 100.00");
        refund(of(paid));
        var twice = catchThrowableOfType(InvalidRequestException.class, () -> refund(of(paid)));
        assertThat(twice.getCode()).isEqualTo("charge_already_refunded");
    }

    @Test
    void an_authorisation_cannot_be_refunded() throws Exception {
        PaymentIntent held = STRIPE.paid(RunningSimulator.manual(), "pm_card_visa");
        var refusal = catchThrowableOfType(InvalidRequestException.class, () -> refund(of(held)));
        assertThat(refusal).hasMessageContaining("does not have a successful charge to refund");
    }

    @Test
    void some_refunds_fail_after_all() throws Exception {
        PaymentIntent held = STRIPE.paid(RunningSimulator.manual(), "pm_card_refundFail");
        PaymentIntent paid = stripe.v1().paymentIntents().capture(held.getId());
        Refund refund = refund(of(paid));
        assertThat(refund.getStatus()).isEqualTo("succeeded");
        await().until(() ->
                stripe.v1().refunds().retrieve(refund.getId()).getStatus().equals("failed"));
        assertThat(charge(paid).getAmountRefunded()).isZero();
        assertThat(stripe.v1().refunds().retrieve(refund.getId()).getFailureBalanceTransaction())
                .startsWith("txn_");
    }

    @Test
    void refunds_are_listed_by_payment() throws Exception {
        PaymentIntent paid = STRIPE.captured(RunningSimulator.manual());
        Refund refund = refund(of(paid).setAmount(100L));
        STRIPE.captured(RunningSimulator.manual());
        var listed = stripe.v1()
                .refunds()
                .list(RefundListParams.builder().setPaymentIntent(paid.getId()).build());
        assertThat(listed.getData()).extracting(Refund::getId).containsExactly(refund.getId());
    }
}
