package org.coachbook.payment.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.coachbook.payment.Coach;
import org.coachbook.payment.Journey;
import org.coachbook.payment.PaymentStack;
import org.coachbook.payment.Stripe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong between us and Stripe, each thing is done once. */
@QuarkusTest
@WithTestResource(PaymentStack.class)
class StripeFaultsIT {
    private static final String INTENTS = "/v1/payment_intents";

    @Inject
    Stripe stripe;

    @AfterEach
    void heal() {
        stripe.heal();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeout_after",
                "timeout_before",
                "server_error_after",
                "server_error_before",
                "too_many_requests",
                "conflict"
            })
    void one_intent_is_prepared(String fault) {
        Coach coach = Coach.payable(stripe);
        try (Journey journey = new Journey(coach.id())) {
            stripe.failNextPost(fault, INTENTS);
            journey.prepared();
            assertThat(stripe.intentsOf(journey.id())).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeout_after",
                "timeout_before",
                "server_error_after",
                "server_error_before",
                "too_many_requests",
                "delay_after"
            })
    void money_is_taken_once(String fault) {
        Coach coach = Coach.payable(stripe);
        try (Journey journey = new Journey(coach.id())) {
            stripe.confirm(journey.prepared(), "pm_card_visa");
            journey.reply("authorized");
            stripe.failNextPost(fault, INTENTS + "/[^/]+/capture");
            journey.replyTo(journey.capture(), "captured");
            assertThat(stripe.intentsOf(journey.id()).getFirst().getAmountReceived())
                    .isEqualTo(10_800);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout_after", "server_error_after", "server_error_before", "too_many_requests"})
    void money_goes_back_once(String fault) throws Exception {
        Coach coach = Coach.payable(stripe);
        try (Journey journey = new Journey(coach.id())) {
            journey.replyTo(journey.authorize(10_800, 1_620, true), "prepared");
            stripe.confirm(journey.clientSecret(), "pm_card_visa");
            journey.reply("captured");
            stripe.failNextPost(fault, "/v1/refunds");
            journey.replyTo(journey.refund("r1", 5_400), "refunded");
            String charge = stripe.intentsOf(journey.id()).getFirst().getLatestCharge();
            assertThat(stripe.operator().v1().charges().retrieve(charge).getAmountRefunded())
                    .isEqualTo(5_400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout_after", "server_error_after"})
    void an_unknown_cancellation_is_undecided_until_it_is_known(String fault) {
        Coach coach = Coach.payable(stripe);
        try (Journey journey = new Journey(coach.id())) {
            journey.prepared();
            stripe.failNextPost(fault, INTENTS + "/[^/]+/cancel");
            stripe.fault("too_many_requests", "\"method\":\"GET\",\"path\":\"/v1/payment_intents/.*\"", ",\"times\":2");
            journey.replyTo(journey.cancel(true), "undecided");
            journey.reply("cancelled");
            assertThat(stripe.intentsOf(journey.id()).getFirst().getStatus()).isEqualTo("canceled");
        }
    }
}
