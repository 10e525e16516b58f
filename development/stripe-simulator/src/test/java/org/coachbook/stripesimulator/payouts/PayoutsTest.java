package org.coachbook.stripesimulator.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Payout;
import com.stripe.param.EventListParams;
import com.stripe.param.PayoutCreateParams;
import com.stripe.param.PayoutListParams;
import org.coachbook.stripesimulator.RunningSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PayoutsTest {
    @RegisterExtension
    static final RunningSimulator STRIPE = new RunningSimulator();

    private final StripeClient stripe = STRIPE.sdk();

    private static PayoutCreateParams chf(long amount) {
        return PayoutCreateParams.builder().setAmount(amount).setCurrency("chf").build();
    }

    @Test
    void a_coach_is_paid_out_what_he_has_and_no_more() throws Exception {
        String coach = STRIPE.onboardedCoach();
        STRIPE.captured(RunningSimulator.forCoach(coach));
        var tooMuch = catchThrowableOfType(
                InvalidRequestException.class,
                () -> stripe.v1().payouts().create(chf(9_181), RunningSimulator.as(coach)));
        assertThat(tooMuch.getCode()).isEqualTo("balance_insufficient");
        Payout payout = stripe.v1().payouts().create(chf(9_180), RunningSimulator.as(coach));
        assertThat(payout.getStatus()).isEqualTo("pending");
        await().until(() -> stripe
                .v1()
                .payouts()
                .list(PayoutListParams.builder().setStatus("paid").build(), RunningSimulator.as(coach))
                .getData()
                .stream()
                .anyMatch(paid -> paid.getId().equals(payout.getId())));
        var events = stripe.v1()
                .events()
                .list(EventListParams.builder().setType("payout.paid").build(), RunningSimulator.as(coach));
        assertThat(events.getData()).hasSize(1);
        assertThat(stripe.v1().payouts().list().getData()).isEmpty();
    }
}
