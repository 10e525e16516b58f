package org.coachbook.stripesimulator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.StripeClient;
import com.stripe.exception.RateLimitException;
import com.stripe.model.PaymentIntent;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.coachbook.stripesimulator.RunningSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultsTest {
    @RegisterExtension
    static final RunningSimulator STRIPE = new RunningSimulator();

    private final StripeClient stripe = STRIPE.sdk();

    @AfterEach
    void endFaults() throws Exception {
        STRIPE.endFaults();
    }

    @Test
    void a_fault_strikes_matching_calls_only_and_as_often_as_ordered() throws Exception {
        STRIPE.fault("{\"kind\": \"too_many_requests\", \"times\": 2,"
                + " \"match\": {\"method\": \"POST\", \"path\": \"/v1/payment_intents\"}}");
        assertThat(stripe.v1().paymentIntents().list().getUrl()).isEqualTo("/v1/payment_intents");
        var params = RunningSimulator.manual().build();
        for (int i = 0; i < 2; i++) {
            var refusal = catchThrowableOfType(
                    RateLimitException.class, () -> stripe.v1().paymentIntents().create(params));
            assertThat(refusal.getStatusCode()).isEqualTo(429);
        }
        PaymentIntent third = stripe.v1().paymentIntents().create(params);
        assertThat(third.getStatus()).isEqualTo("requires_payment_method");
    }

    @Test
    void a_call_can_be_done_and_never_answered() throws Exception {
        PaymentIntent intent =
                stripe.v1().paymentIntents().create(RunningSimulator.manual().build());
        STRIPE.fault("{\"kind\": \"timeout_after\", \"millis\": 100, \"match\": {\"path\": \".*/cancel\"}}");
        assertThatThrownBy(() -> STRIPE.send("POST", "/v1/payment_intents/" + intent.getId() + "/cancel", ""))
                .isInstanceOf(IOException.class);
        assertThat(stripe.v1().paymentIntents().retrieve(intent.getId()).getStatus())
                .isEqualTo("canceled");
    }

    @Test
    void a_call_can_fail_without_being_done() throws Exception {
        PaymentIntent intent =
                stripe.v1().paymentIntents().create(RunningSimulator.manual().build());
        STRIPE.fault("{\"kind\": \"server_error_before\", \"match\": {\"path\": \".*/cancel\"}}");
        HttpResponse<String> answer = STRIPE.send("POST", "/v1/payment_intents/" + intent.getId() + "/cancel", "");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("api_error");
        assertThat(stripe.v1().paymentIntents().retrieve(intent.getId()).getStatus())
                .isEqualTo("requires_payment_method");
    }

    @Test
    void a_call_can_be_slow() throws Exception {
        STRIPE.fault("{\"kind\": \"delay_after\", \"millis\": 150, \"match\": {\"path\": \"/v1/balance\"}}");
        long start = System.nanoTime();
        STRIPE.send("GET", "/v1/balance", "");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(140));
    }

    @Test
    void a_misspelt_fault_is_refused() throws Exception {
        HttpResponse<String> answer =
                STRIPE.send(STRIPE.request("POST", "/simulator/faults", "{\"kind\": \"delay\", \"ms\": 3}"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("unknown field ms");
    }
}
