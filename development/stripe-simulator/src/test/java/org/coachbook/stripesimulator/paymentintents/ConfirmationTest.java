package org.coachbook.stripesimulator.paymentintents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.service.PaymentIntentService;
import java.net.http.HttpResponse;
import org.coachbook.stripesimulator.RunningSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfirmationTest {
    @RegisterExtension
    static final RunningSimulator STRIPE = new RunningSimulator();

    private final PaymentIntentService intents = STRIPE.sdk().v1().paymentIntents();

    private PaymentIntent created() throws Exception {
        return intents.create(RunningSimulator.manual().build());
    }

    private static PaymentIntentConfirmParams with(String method) {
        return PaymentIntentConfirmParams.builder().setPaymentMethod(method).build();
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeDeclined, card_declined, generic_decline",
        "pm_card_visa_chargeDeclined, card_declined, generic_decline",
        "pm_card_visa_chargeDeclinedInsufficientFunds, card_declined, insufficient_funds",
        "pm_card_chargeDeclinedExpiredCard, expired_card,",
        "pm_card_chargeDeclinedIncorrectCvc, incorrect_cvc,",
        "pm_card_chargeDeclinedProcessingError, processing_error,"
    })
    void a_declined_card_says_why(String method, String code, String declineCode) throws Exception {
        PaymentIntent intent = created();
        var decline = catchThrowableOfType(CardException.class, () -> intents.confirm(intent.getId(), with(method)));
        assertThat(decline.getStatusCode()).isEqualTo(402);
        assertThat(decline.getCode()).isEqualTo(code);
        assertThat(decline.getDeclineCode()).isEqualTo(declineCode);
        assertThat(decline.getCharge()).startsWith("ch_");
        assertThat(decline.getStripeError().getPaymentIntent().getStatus()).isEqualTo("requires_payment_method");
        PaymentIntent after = intents.retrieve(intent.getId());
        assertThat(after.getLastPaymentError().getCode()).isEqualTo(code);
        assertThat(after.getLatestCharge()).isEqualTo(decline.getCharge());
        assertThat(after.getPaymentMethod()).isNull();
        assertThat(STRIPE.sdk().v1().charges().retrieve(decline.getCharge()).getStatus())
                .isEqualTo("failed");
    }

    @Test
    void after_a_decline_another_card_pays() throws Exception {
        PaymentIntent intent = created();
        assertThatThrownBy(() -> intents.confirm(intent.getId(), with("pm_card_chargeDeclined")))
                .isInstanceOf(CardException.class);
        PaymentIntent paid = intents.confirm(intent.getId(), with("pm_card_visa"));
        assertThat(paid.getStatus()).isEqualTo("requires_capture");
        assertThat(paid.getLastPaymentError()).isNull();
    }

    @Test
    void a_challenge_is_passed_by_visiting_its_url() throws Exception {
        PaymentIntent asked = intents.confirm(created().getId(), with("pm_card_authenticationRequired"));
        assertThat(asked.getStatus()).isEqualTo("requires_action");
        assertThat(asked.getNextAction().getType()).isEqualTo("redirect_to_url");
        String url = asked.getNextAction().getRedirectToUrl().getUrl();
        assertThat(STRIPE.visit(url + "?outcome=ask").body()).contains("Complete", "Fail");
        assertThat(intents.retrieve(asked.getId()).getStatus()).isEqualTo("requires_action");
        assertThat(STRIPE.visit(url).statusCode()).isEqualTo(200);
        PaymentIntent passed = intents.retrieve(asked.getId());
        assertThat(passed.getStatus()).isEqualTo("requires_capture");
        assertThat(passed.getNextAction()).isNull();
        STRIPE.visit(url + "?outcome=failure");
        assertThat(intents.retrieve(asked.getId()).getStatus()).isEqualTo("requires_capture");
    }

    @Test
    void a_failed_challenge_leaves_the_payment_open_for_another_card() throws Exception {
        PaymentIntent asked = intents.confirm(created().getId(), with("pm_card_threeDSecure2Required"));
        STRIPE.visit(asked.getNextAction().getRedirectToUrl().getUrl() + "?outcome=failure");
        PaymentIntent failed = intents.retrieve(asked.getId());
        assertThat(failed.getStatus()).isEqualTo("requires_payment_method");
        assertThat(failed.getLastPaymentError().getCode()).isEqualTo("payment_intent_authentication_failure");
        assertThat(intents.confirm(asked.getId(), with("pm_card_visa")).getStatus())
                .isEqualTo("requires_capture");
    }

    @Test
    void a_challenge_off_session_is_a_decline() throws Exception {
        PaymentIntent intent = created();
        var params = PaymentIntentConfirmParams.builder()
                .setPaymentMethod("pm_card_authenticationRequired")
                .setOffSession(true)
                .build();
        var decline = catchThrowableOfType(CardException.class, () -> intents.confirm(intent.getId(), params));
        assertThat(decline.getDeclineCode()).isEqualTo("authentication_required");
    }

    @Test
    void without_a_payment_method_there_is_nothing_to_confirm() throws Exception {
        PaymentIntent intent = created();
        var refusal = catchThrowableOfType(InvalidRequestException.class, () -> intents.confirm(intent.getId()));
        assertThat(refusal.getCode()).isEqualTo("payment_intent_unexpected_state");
    }

    @Test
    void a_page_confirms_with_the_publishable_key_and_the_client_secret() throws Exception {
        PaymentIntent intent = created();
        String form = "payment_method=pm_card_visa&client_secret=" + intent.getClientSecret();
        HttpResponse<String> confirmed = asPage("/v1/payment_intents/" + intent.getId() + "/confirm", form);
        assertThat(confirmed.statusCode()).isEqualTo(200);
        assertThat(confirmed.body()).contains("\"requires_capture\"").doesNotContain("latest_charge", "customer\"");
        assertThat(confirmed.headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
    }

    @Test
    void the_publishable_key_does_nothing_without_the_secret_and_nothing_else() throws Exception {
        PaymentIntent intent = created();
        String confirm = "/v1/payment_intents/" + intent.getId() + "/confirm";
        assertThat(asPage(confirm, "payment_method=pm_card_visa").statusCode()).isEqualTo(400);
        assertThat(asPage(confirm, "payment_method=pm_card_visa&client_secret=" + intent.getId() + "_secret_x")
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> refund = asPage("/v1/refunds", "payment_intent=" + intent.getId());
        assertThat(refund.statusCode()).isEqualTo(403);
        assertThat(refund.body()).contains("secret_key_required");
        assertThat(intents.retrieve(intent.getId()).getStatus()).isEqualTo("requires_payment_method");
    }

    private static HttpResponse<String> asPage(String path, String form) throws Exception {
        return STRIPE.send(STRIPE.request("POST", path, form)
                .header("Authorization", "Bearer " + STRIPE.simulator().publishableKey()));
    }
}
