package org.coachbook.stripesimulator.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Transfer;
import com.stripe.model.TransferReversal;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.TransferReversalCreateParams;
import org.coachbook.stripesimulator.RunningSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TransfersTest {
    @RegisterExtension
    static final RunningSimulator STRIPE = new RunningSimulator();

    private final StripeClient stripe = STRIPE.sdk();

    private static TransferCreateParams to(String coach, long amount) {
        return TransferCreateParams.builder()
                .setAmount(amount)
                .setCurrency("chf")
                .setDestination(coach)
                .build();
    }

    private static TransferReversalCreateParams reversal(long amount) {
        return TransferReversalCreateParams.builder().setAmount(amount).build();
    }

    @Test
    void money_goes_to_a_coach_and_comes_back_in_parts() throws Exception {
        String coach = STRIPE.onboardedCoach();
        STRIPE.captured(RunningSimulator.manual());
        Transfer transfer = stripe.v1().transfers().create(to(coach, 1_000));
        TransferReversal reversal = stripe.v1().transfers().reversals().create(transfer.getId(), reversal(400));
        assertThat(reversal.getTransfer()).isEqualTo(transfer.getId());
        Transfer after = stripe.v1().transfers().retrieve(transfer.getId());
        assertThat(after.getAmountReversed()).isEqualTo(400);
        assertThat(after.getReversed()).isFalse();
        assertThat(after.getReversals().getData()).hasSize(1);
        var refusal = catchThrowableOfType(
                InvalidRequestException.class,
                () -> stripe.v1().transfers().reversals().create(transfer.getId(), reversal(601)));
        assertThat(refusal.getParam()).isEqualTo("amount");
        stripe.v1().transfers().reversals().create(transfer.getId(), reversal(600));
        assertThat(stripe.v1().transfers().retrieve(transfer.getId()).getReversed())
                .isTrue();
    }

    @Test
    void what_the_platform_does_not_have_cannot_be_transferred() throws Exception {
        String coach = STRIPE.onboardedCoach();
        var refusal = catchThrowableOfType(
                InvalidRequestException.class, () -> stripe.v1().transfers().create(to(coach, 1_000_000_000)));
        assertThat(refusal.getCode()).isEqualTo("balance_insufficient");
    }
}
