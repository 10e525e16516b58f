package org.coachbook.stripesimulator.paymentintents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.PaymentIntentUpdateParams;
import com.stripe.service.PaymentIntentService;
import org.coachbook.stripesimulator.RunningSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PaymentIntentsTest {
    @RegisterExtension
    static final RunningSimulator STRIPE = new RunningSimulator();

    private final PaymentIntentService intents = STRIPE.sdk().v1().paymentIntents();

    private Charge charge(PaymentIntent intent) throws Exception {
        return STRIPE.sdk().v1().charges().retrieve(intent.getLatestCharge());
    }

    @Test
    void an_authorised_payment_is_captured_by_hand() throws Exception {
        PaymentIntent created = intents.create(RunningSimulator.manual()
                .putMetadata("paymentId", "p-1")
                .setReceiptEmail("client@example.com")
                .build());
        assertThat(created.getStatus()).isEqualTo("requires_payment_method");
        assertThat(created.getClientSecret()).startsWith(created.getId() + "_secret_");

        PaymentIntent authorised = intents.confirm(
                created.getId(),
                PaymentIntentConfirmParams.builder()
                        .setPaymentMethod("pm_card_visa")
                        .build());
        assertThat(authorised.getStatus()).isEqualTo("requires_capture");
        assertThat(authorised.getAmountCapturable()).isEqualTo(10_800);
        assertThat(authorised.getAmountReceived()).isZero();
        Charge held = charge(authorised);
        assertThat(held.getCaptured()).isFalse();
        assertThat(held.getPaymentMethodDetails().getCard().getCaptureBefore())
                .isEqualTo(held.getCreated() + 7 * 24 * 3600);

        PaymentIntent captured = intents.capture(created.getId());
        assertThat(captured.getStatus()).isEqualTo("succeeded");
        assertThat(captured.getAmountReceived()).isEqualTo(10_800);
        assertThat(captured.getMetadata()).containsEntry("paymentId", "p-1");
        assertThat(charge(captured).getBalanceTransaction()).startsWith("txn_");
    }

    @Test
    void a_partial_capture_releases_the_rest() throws Exception {
        PaymentIntent held = STRIPE.paid(RunningSimulator.manual(), "pm_card_mastercard");
        PaymentIntent captured = intents.capture(
                held.getId(),
                PaymentIntentCaptureParams.builder().setAmountToCapture(4_000L).build());
        assertThat(captured.getAmountReceived()).isEqualTo(4_000);
        assertThat(captured.getAmountCapturable()).isZero();
        Charge charge = charge(captured);
        assertThat(charge.getAmountCaptured()).isEqualTo(4_000);
        assertThat(charge.getAmountRefunded()).isEqualTo(6_800);
        assertThat(charge.getRefunded()).isFalse();
    }

    @Test
    void more_than_authorised_cannot_be_captured() throws Exception {
        PaymentIntent held = STRIPE.paid(RunningSimulator.manual(), "pm_card_visa");
        var params =
                PaymentIntentCaptureParams.builder().setAmountToCapture(10_801L).build();
        var refusal = catchThrowableOfType(InvalidRequestException.class, () -> intents.capture(held.getId(), params));
        assertThat(refusal.getCode()).isEqualTo("amount_too_large");
        assertThat(refusal.getParam()).isEqualTo("amount_to_capture");
    }

    @Test
    void a_second_capture_is_an_unexpected_state() throws Exception {
        PaymentIntent captured = STRIPE.captured(RunningSimulator.manual());
        var refusal = catchThrowableOfType(InvalidRequestException.class, () -> intents.capture(captured.getId()));
        assertThat(refusal.getStatusCode()).isEqualTo(400);
        assertThat(refusal.getCode()).isEqualTo("payment_intent_unexpected_state");
        assertThat(refusal.getStripeError().getPaymentIntent().getStatus()).isEqualTo("succeeded");
        var ofCharge = catchThrowableOfType(
                InvalidRequestException.class, () -> STRIPE.sdk().v1().charges().capture(captured.getLatestCharge()));
        assertThat(ofCharge.getCode()).isEqualTo("charge_already_captured");
    }

    @Test
    void cancelling_releases_the_authorisation_and_cannot_be_done_twice() throws Exception {
        PaymentIntent held = STRIPE.paid(RunningSimulator.manual(), "pm_card_visa");
        PaymentIntent cancelled = intents.cancel(
                held.getId(),
                PaymentIntentCancelParams.builder()
                        .setCancellationReason(PaymentIntentCancelParams.CancellationReason.ABANDONED)
                        .build());
        assertThat(cancelled.getStatus()).isEqualTo("canceled");
        assertThat(cancelled.getCancellationReason()).isEqualTo("abandoned");
        assertThat(cancelled.getAmountCapturable()).isZero();
        assertThat(cancelled.getCanceledAt()).isNotNull();
        assertThat(charge(cancelled).getRefunded()).isTrue();
        var refusal = catchThrowableOfType(InvalidRequestException.class, () -> intents.cancel(held.getId()));
        assertThat(refusal.getCode()).isEqualTo("payment_intent_unexpected_state");
    }

    @Test
    void an_automatic_capture_has_its_money_at_once() throws Exception {
        PaymentIntent paid = STRIPE.paid(
                RunningSimulator.manual().setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.AUTOMATIC),
                "pm_card_visa");
        assertThat(paid.getStatus()).isEqualTo("succeeded");
        assertThat(charge(paid).getBalanceTransaction()).isNotNull();
    }

    @Test
    void it_can_be_updated_until_it_is_confirmed() throws Exception {
        PaymentIntent intent = intents.create(RunningSimulator.manual()
                .putMetadata("a", "1")
                .putMetadata("b", "2")
                .build());
        PaymentIntent updated = intents.update(
                intent.getId(),
                PaymentIntentUpdateParams.builder()
                        .setAmount(5_000L)
                        .putMetadata("a", "")
                        .putMetadata("c", "3")
                        .setPaymentMethod("pm_card_visa")
                        .build());
        assertThat(updated.getStatus()).isEqualTo("requires_confirmation");
        assertThat(updated.getAmount()).isEqualTo(5_000);
        assertThat(updated.getMetadata()).hasSize(2).containsEntry("b", "2").containsEntry("c", "3");
        intents.confirm(intent.getId());
        var params = PaymentIntentUpdateParams.builder().setAmount(6_000L).build();
        var refusal = catchThrowableOfType(InvalidRequestException.class, () -> intents.update(intent.getId(), params));
        assertThat(refusal.getCode()).isEqualTo("payment_intent_unexpected_state");
    }

    @Test
    void it_is_found_by_its_metadata_and_by_its_customer() throws Exception {
        String customer = STRIPE.sdk().v1().customers().create().getId();
        PaymentIntent intent = intents.create(RunningSimulator.manual()
                .setCustomer(customer)
                .putMetadata("paymentId", "it's-not-quoted".replace("'", ""))
                .build());
        var found = intents.search(PaymentIntentSearchParams.builder()
                .setQuery("metadata['paymentId']:'its-not-quoted' AND status:'requires_payment_method'")
                .build());
        assertThat(found.getData()).extracting(PaymentIntent::getId).containsExactly(intent.getId());
        var nothing = intents.search(PaymentIntentSearchParams.builder()
                .setQuery("metadata['paymentId']:'other'")
                .build());
        assertThat(nothing.getData()).isEmpty();
        var ofCustomer = intents.list(
                PaymentIntentListParams.builder().setCustomer(customer).build());
        assertThat(ofCustomer.getData()).extracting(PaymentIntent::getId).containsExactly(intent.getId());
    }
}
