package org.coachbook.payment.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.coachbook.payment.Coach;
import org.coachbook.payment.Journey;
import org.coachbook.payment.PaymentStack;
import org.coachbook.payment.Stripe;
import org.coachbook.payment.payments.PaymentStatus;
import org.coachbook.payment.payments.Payments;
import org.coachbook.testing.ReceivedMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PaymentStack.class)
class RefundSweepIT {
    private static final String ALL_OF_REFUNDS = "\"event\":\"(charge\\\\.)?refund.*\"";

    @Inject
    Stripe stripe;

    @Inject
    Payments payments;

    @Inject
    RefundSweepPoller poller;

    @AfterEach
    void heal() {
        stripe.heal();
    }

    @Test
    void refunds_made_at_stripe_are_found_once_each_though_no_webhook_tells_of_them() {
        try (Journey journey = captured("pm_card_visa")) {
            stripe.refund(journey.id(), 2_000);
            poller.sweep();
            assertThat(journey.reply("refunded").get("refundedInAll").asLong()).isEqualTo(2_000);
            stripe.refund(journey.id(), 3_000);
            poller.sweep();
            poller.sweep();
            await().until(() -> refunded(journey) == 5_000);
            assertThat(journey.repliesWithin(Duration.ofSeconds(1)))
                    .extracting(ReceivedMessage::type)
                    .filteredOn("payment.replied.refunded.v1"::equals)
                    .hasSize(2);
        }
    }

    @Test
    void a_refund_of_ours_that_fails_later_is_found_though_no_webhook_tells_of_it() {
        try (Journey journey = captured("pm_card_refundFail")) {
            journey.replyTo(journey.refund("r1", 1_000), "refunded");
            await().untilAsserted(() -> {
                poller.sweep();
                assertThat(payments.find(journey.id()).orElseThrow().status()).isEqualTo(PaymentStatus.REFUND_FAILED);
            });
            assertThat(journey.reply("refund-failed").get("refundedInAll").asLong())
                    .isZero();
        }
    }

    /** Paid with this card; of its refunds no webhook will tell. */
    private Journey captured(String card) {
        Journey journey = new Journey(Coach.payable(stripe).id());
        journey.replyTo(journey.authorize(10_800, 1_620, true), "prepared");
        stripe.confirm(journey.clientSecret(), card);
        journey.reply("captured");
        stripe.fault("webhook_dropped", ALL_OF_REFUNDS, ",\"times\":50");
        return journey;
    }

    private long refunded(Journey journey) {
        return payments.find(journey.id()).orElseThrow().facts().refunded();
    }
}
