package org.coachbook.payment.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.coachbook.payment.Coach;
import org.coachbook.payment.Journey;
import org.coachbook.payment.PaymentStack;
import org.coachbook.payment.Stripe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PaymentStack.class)
class LogsIT {
    private final Written written = new Written();

    @Inject
    Stripe stripe;

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(written);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(written);
        stripe.heal();
    }

    @Test
    void no_key_and_no_secret_is_written_whatever_goes_wrong() {
        Coach coach = Coach.payable(stripe);
        try (Journey journey = new Journey(coach.id())) {
            stripe.failNextPost("server_error_after", "/v1/payment_intents");
            String secret = journey.prepared();
            stripe.confirm(secret, "pm_card_chargeDeclined");
            journey.reply("failed");
            stripe.failNextPost("timeout_after", "/v1/payment_intents/[^/]+/cancel");
            journey.replyTo(journey.cancel(true), "undecided");
            assertThat(written.lines).isNotEmpty().noneMatch(line -> line.contains(secret));
            assertThat(String.join("\n", written.lines)).doesNotContain("_secret_", "sk_test", "whsec_", "Bearer ");
        }
    }

    private static final class Written extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final SimpleFormatter format = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            lines.add(format.format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            lines.clear();
        }
    }
}
