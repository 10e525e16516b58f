package org.coachbook.payment.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallTest {
    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    private final Call call = Call.started(CallKind.CAPTURE, null, 3, NOW);

    @Test
    void the_key_names_payment_kind_and_number() {
        assertThat(call.key("b1")).isEqualTo("b1:capture:3");
        assertThat(Call.started(CallKind.REFUND, "r1", 4, NOW).key("b1")).isEqualTo("b1:refund-r1:4");
    }

    @Test
    void after_a_time_out_the_same_key_is_sent_for_23_hours() {
        Call unanswered = call.inDoubt(Doubt.NO_ANSWER, NOW);
        assertThat(unanswered.n()).isEqualTo(3);
        assertThat(unanswered.needsLookUp(NOW.plus(Duration.ofHours(23)))).isFalse();
        assertThat(unanswered.needsLookUp(NOW.plus(Duration.ofHours(23)).plusMillis(1)))
                .isTrue();
    }

    @Test
    void after_a_server_error_only_looking_up_tells() {
        assertThat(call.inDoubt(Doubt.SERVER_ERROR, NOW).needsLookUp(NOW)).isTrue();
    }

    @Test
    void what_a_dead_worker_left_may_have_happened() {
        Call taken = call.claimed(NOW.plusSeconds(30));
        assertThat(taken.doubt()).isEqualTo(Doubt.NO_ANSWER);
        assertThat(taken.key("b1")).isEqualTo(call.key("b1"));
    }

    @Test
    void what_stripe_put_off_did_not_happen() {
        assertThat(call.later(NOW).claimed(NOW.plusSeconds(1)).doubt()).isEqualTo(Doubt.NONE);
    }

    @Test
    void pauses_double_up_to_a_minute() {
        Call put = call;
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            put = put.later(NOW);
            assertThat(Duration.between(NOW, put.later(NOW).nextAt())).isEqualTo(Duration.ofSeconds(seconds));
        }
    }
}
