package org.coachbook.stripesimulator.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.model.Account;
import com.stripe.param.AccountUpdateParams;
import com.stripe.param.EventListParams;
import com.stripe.param.PaymentIntentCreateParams;
import org.coachbook.stripesimulator.RunningSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OnboardingTest {
    @RegisterExtension
    static final RunningSimulator STRIPE = new RunningSimulator();

    private final StripeClient stripe = STRIPE.sdk();

    @Test
    void visiting_the_link_lets_a_coach_be_paid() throws Exception {
        Account fresh = STRIPE.newCoach();
        assertThat(fresh.getChargesEnabled()).isFalse();
        assertThat(fresh.getCapabilities().getCardPayments()).isEqualTo("inactive");
        assertThat(fresh.getRequirements().getCurrentlyDue()).isNotEmpty();
        String url = STRIPE.onboardingUrl(fresh.getId());
        assertThat(STRIPE.visit(url).body()).contains("Onboarding complete", "http://127.0.0.1/return");
        Account ready = stripe.v1().accounts().retrieve(fresh.getId());
        assertThat(ready.getChargesEnabled()).isTrue();
        assertThat(ready.getPayoutsEnabled()).isTrue();
        assertThat(ready.getDetailsSubmitted()).isTrue();
        assertThat(ready.getCapabilities().getTransfers()).isEqualTo("active");
        assertThat(ready.getRequirements().getCurrentlyDue()).isEmpty();
        assertThat(ready.getExternalAccounts().getData()).hasSize(1);
        assertThat(STRIPE.visit(url).body()).contains("has been used");
        var events = stripe.v1()
                .events()
                .list(EventListParams.builder().setType("account.updated").build(), RunningSimulator.as(fresh.getId()));
        assertThat(events.getData()).hasSize(1);
        assertThat(events.getData().getFirst().getAccount()).isEqualTo(fresh.getId());
    }

    @Test
    void nobody_is_charged_for_a_coach_who_cannot_be_paid() throws Exception {
        String coach = STRIPE.newCoach().getId();
        var refusal = catchThrowableOfType(InvalidRequestException.class, () -> stripe.v1()
                .paymentIntents()
                .create(RunningSimulator.forCoach(coach).build()));
        assertThat(refusal.getStatusCode()).isEqualTo(400);
        assertThat(refusal.getCode()).isEqualTo("insufficient_capabilities_for_transfer");
    }

    @Test
    void on_behalf_of_needs_card_payments() throws Exception {
        String coach = STRIPE.newCoach().getId();
        PaymentIntentCreateParams params =
                RunningSimulator.manual().setOnBehalfOf(coach).build();
        var refusal = catchThrowableOfType(
                InvalidRequestException.class,
                () -> stripe.v1().paymentIntents().create(params));
        assertThat(refusal.getParam()).isEqualTo("on_behalf_of");
        assertThat(refusal).hasMessageContaining("card_payments");
    }

    @Test
    void an_unknown_destination_is_named() {
        var refusal = catchThrowableOfType(InvalidRequestException.class, () -> stripe.v1()
                .paymentIntents()
                .create(RunningSimulator.forCoach("acct_nobody").build()));
        assertThat(refusal.getCode()).isEqualTo("resource_missing");
        assertThat(refusal.getParam()).isEqualTo("transfer_data[destination]");
    }

    @Test
    void an_unknown_account_is_no_access() {
        var refusal = catchThrowableOfType(
                PermissionException.class, () -> stripe.v1().accounts().retrieve("acct_nobody"));
        assertThat(refusal.getStatusCode()).isEqualTo(403);
        assertThat(refusal.getCode()).isEqualTo("account_invalid");
    }

    @Test
    void payouts_can_be_made_manual_and_a_login_link_is_for_the_onboarded() throws Exception {
        String coach = STRIPE.newCoach().getId();
        var schedule = AccountUpdateParams.Settings.Payouts.Schedule.builder()
                .setInterval(AccountUpdateParams.Settings.Payouts.Schedule.Interval.MANUAL)
                .build();
        Account updated = stripe.v1()
                .accounts()
                .update(
                        coach,
                        AccountUpdateParams.builder()
                                .setSettings(AccountUpdateParams.Settings.builder()
                                        .setPayouts(AccountUpdateParams.Settings.Payouts.builder()
                                                .setSchedule(schedule)
                                                .build())
                                        .build())
                                .build());
        assertThat(updated.getSettings().getPayouts().getSchedule().getInterval())
                .isEqualTo("manual");
        var refusal = catchThrowableOfType(
                InvalidRequestException.class,
                () -> stripe.v1().accounts().loginLinks().create(coach));
        assertThat(refusal).hasMessageContaining("not completed onboarding");
        STRIPE.visit(STRIPE.onboardingUrl(coach));
        String url = stripe.v1().accounts().loginLinks().create(coach).getUrl();
        assertThat(STRIPE.visit(url).statusCode()).isEqualTo(200);
    }
}
