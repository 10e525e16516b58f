package org.coachbook.stripesimulator.paymentintents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.InvalidRequestException;
import com.stripe.model.PaymentIntent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.coachbook.stripesimulator.RunningSimulator;
import org.coachbook.stripesimulator.StripeSimulatorOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CancellationTest {
    private static final MovableClock CLOCK = new MovableClock();

    @RegisterExtension
    static final RunningSimulator STRIPE =
            new RunningSimulator(StripeSimulatorOptions.defaults().withClock(CLOCK));

    private static final class MovableClock extends Clock {
        private volatile Instant now = Instant.parse("2027-03-01T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void an_authorisation_not_captured_within_seven_days_is_gone() throws Exception {
        var intents = STRIPE.sdk().v1().paymentIntents();
        PaymentIntent held = STRIPE.paid(RunningSimulator.manual(), "pm_card_visa");
        CLOCK.now = CLOCK.now.plus(Duration.ofDays(7));
        assertThat(intents.retrieve(held.getId()).getStatus()).isEqualTo("requires_capture");
        CLOCK.now = CLOCK.now.plusSeconds(1);
        var refusal = catchThrowableOfType(InvalidRequestException.class, () -> intents.capture(held.getId()));
        assertThat(refusal.getCode()).isEqualTo("payment_intent_unexpected_state");
        PaymentIntent expired = intents.retrieve(held.getId());
        assertThat(expired.getStatus()).isEqualTo("canceled");
        assertThat(expired.getCancellationReason()).isEqualTo("automatic");
    }
}
