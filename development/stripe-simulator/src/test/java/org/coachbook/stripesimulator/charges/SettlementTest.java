package org.coachbook.stripesimulator.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.StripeClient;
import com.stripe.model.ApplicationFee;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Transfer;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.ChargeRetrieveParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import org.coachbook.stripesimulator.RunningSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SettlementTest {
    @RegisterExtension
    static final RunningSimulator STRIPE = new RunningSimulator();

    private final StripeClient stripe = STRIPE.sdk();

    @Test
    void a_destination_charge_pays_stripe_the_coach_and_the_platform() throws Exception {
        String coach = STRIPE.onboardedCoach();
        PaymentIntent captured = STRIPE.captured(RunningSimulator.forCoach(coach));
        PaymentIntent intent = stripe.v1()
                .paymentIntents()
                .retrieve(
                        captured.getId(),
                        PaymentIntentRetrieveParams.builder()
                                .addExpand("latest_charge.balance_transaction")
                                .addExpand("latest_charge.transfer.balance_transaction")
                                .addExpand("latest_charge.application_fee")
                                .build());
        Charge charge = intent.getLatestChargeObject();
        BalanceTransaction moved = charge.getBalanceTransactionObject();
        assertThat(moved.getAmount()).isEqualTo(10_800);
        assertThat(moved.getFee()).isEqualTo(343); // 2.9 % of 108.00 is 3.132, and 0.30
        assertThat(moved.getNet()).isEqualTo(10_457);
        assertThat(moved.getFeeDetails().getFirst().getType()).isEqualTo("stripe_fee");
        Transfer transfer = charge.getTransferObject();
        assertThat(transfer.getAmount()).isEqualTo(10_800);
        assertThat(transfer.getDestination()).isEqualTo(coach);
        assertThat(transfer.getSourceTransaction()).isEqualTo(charge.getId());
        assertThat(transfer.getBalanceTransactionObject().getNet()).isEqualTo(-10_800);
        ApplicationFee fee = charge.getApplicationFeeObject();
        assertThat(fee.getAmount()).isEqualTo(1_620);
        assertThat(fee.getAccount()).isEqualTo(coach);
        assertThat(fee.getOriginatingTransaction()).isEqualTo(charge.getId());
        assertThat(balance(coach)).isEqualTo(9_180);
    }

    private long balance(String account) throws Exception {
        return stripe.v1()
                .balance()
                .retrieve(com.stripe.param.BalanceRetrieveParams.builder().build(), RunningSimulator.as(account))
                .getAvailable()
                .getFirst()
                .getAmount();
    }

    @Test
    void the_coach_sees_the_payment_less_the_fee() throws Exception {
        String coach = STRIPE.onboardedCoach();
        STRIPE.captured(RunningSimulator.forCoach(coach));
        var seen = stripe.v1()
                .balanceTransactions()
                .list(
                        BalanceTransactionListParams.builder()
                                .addExpand("data.source")
                                .build(),
                        RunningSimulator.as(coach));
        BalanceTransaction payment = seen.getData().getFirst();
        assertThat(payment.getType()).isEqualTo("payment");
        assertThat(payment.getFee()).isEqualTo(1_620);
        assertThat(payment.getNet()).isEqualTo(9_180);
        assertThat(payment.getSourceObject().getId()).startsWith("py_");
    }

    @Test
    void the_money_of_an_asynchronous_capture_comes_a_moment_later() throws Exception {
        PaymentIntent paid = STRIPE.paid(
                RunningSimulator.manual().setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.AUTOMATIC_ASYNC),
                "pm_card_visa");
        assertThat(paid.getStatus()).isEqualTo("succeeded");
        await().until(() -> charge(paid).getBalanceTransaction() != null);
    }

    private Charge charge(PaymentIntent intent) throws Exception {
        return stripe.v1()
                .charges()
                .retrieve(
                        intent.getLatestCharge(), ChargeRetrieveParams.builder().build());
    }
}
