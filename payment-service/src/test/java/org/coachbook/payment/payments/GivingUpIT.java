package org.coachbook.payment.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.coachbook.payment.Coach;
import org.coachbook.payment.Journey;
import org.coachbook.payment.PaymentStack;
import org.coachbook.payment.Stripe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PaymentStack.class)
class GivingUpIT {
    private static final String AUTHORIZED = "\"event\":\"payment_intent.amount_capturable_updated\"";

    @Inject
    Stripe stripe;

    @AfterEach
    void heal() {
        stripe.heal();
    }

    private Journey journey() {
        return new Journey(Coach.payable(stripe).id());
    }

    @Test
    void an_unpaid_payment_is_given_up_and_can_no_longer_be_paid() {
        try (Journey journey = journey()) {
            String secret = journey.prepared();
            journey.replyTo(journey.cancel(true), "cancelled");
            journey.event("cancelled");
            assertThat(stripe.confirm(secret, "pm_card_visa").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void a_client_who_paid_in_the_last_moment_keeps_his_payment() {
        try (Journey journey = journey()) {
            String secret = journey.prepared();
            stripe.fault("webhook_dropped", AUTHORIZED, "");
            stripe.confirm(secret, "pm_card_visa");
            journey.replyTo(journey.cancel(true), "authorized");
            journey.replyTo(journey.capture(), "captured");
        }
    }

    @Test
    void an_authorisation_is_released() {
        try (Journey journey = journey()) {
            stripe.confirm(journey.prepared(), "pm_card_visa");
            journey.reply("authorized");
            assertThat(journey.replyTo(journey.cancel(false), "cancelled")
                            .get("refunded")
                            .asLong())
                    .isZero();
            assertThat(stripe.intentsOf(journey.id()).getFirst().getStatus()).isEqualTo("canceled");
            journey.replyTo(journey.capture(), "capture-refused");
        }
    }

    @Test
    void what_was_captured_goes_back_in_full() {
        try (Journey journey = journey()) {
            stripe.confirm(journey.prepared(), "pm_card_visa");
            journey.reply("authorized");
            journey.replyTo(journey.capture(), "captured");
            assertThat(journey.replyTo(journey.cancel(true), "captured")
                            .get("amount")
                            .asLong())
                    .isEqualTo(10_800);
            assertThat(journey.replyTo(journey.cancel(false), "cancelled")
                            .get("refunded")
                            .asLong())
                    .isEqualTo(10_800);
            assertThat(journey.event("refunded").get("amount").asLong()).isEqualTo(10_800);
        }
    }

    @Test
    void what_is_given_up_before_it_was_asked_for_is_never_prepared() {
        try (Journey journey = journey()) {
            journey.replyTo(journey.cancel(false), "cancelled");
            journey.replyTo(journey.authorize(), "cancelled");
            assertThat(stripe.intentsOf(journey.id())).isEmpty();
        }
    }

    @Test
    void a_coach_without_an_account_cannot_be_paid() {
        try (Journey journey = new Journey(Coach.stranger().id())) {
            String reason = journey.replyTo(journey.authorize(), "impossible")
                    .get("reason")
                    .asText();
            assertThat(reason).isEqualTo("coach_not_payable");
            journey.replyTo(journey.cancel(false), "cancelled");
        }
    }

    @Test
    void of_a_cancellation_and_a_confirmation_at_once_exactly_one_counts() throws Exception {
        for (int round = 0; round < 5; round++) {
            try (Journey journey = journey()) {
                String secret = journey.prepared();
                Thread client = Thread.ofVirtual().start(() -> stripe.confirm(secret, "pm_card_visa"));
                String command = journey.cancel(true);
                client.join();
                boolean cancelled = replied(journey, command).equals("payment.replied.cancelled.v1");
                String status = stripe.intentsOf(journey.id()).getFirst().getStatus();
                assertThat(status).isEqualTo(cancelled ? "canceled" : "requires_capture");
            }
        }
    }

    private static String replied(Journey journey, String command) {
        return journey.anyReplyTo(command).type();
    }
}
