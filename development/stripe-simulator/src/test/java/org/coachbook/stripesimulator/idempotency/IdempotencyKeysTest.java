package org.coachbook.stripesimulator.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.stripe.StripeClient;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentListParams;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.coachbook.stripesimulator.RunningSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdempotencyKeysTest {
    @RegisterExtension
    static final RunningSimulator STRIPE = new RunningSimulator();

    private static final String CREATE = "/v1/payment_intents";
    private final StripeClient stripe = STRIPE.sdk();

    @AfterEach
    void endFaults() throws Exception {
        STRIPE.endFaults();
    }

    private static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    private int held() throws Exception {
        return stripe.v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder().setLimit(100L).build())
                .getData()
                .size();
    }

    @Test
    void the_same_request_again_gets_the_same_answer_and_says_so() throws Exception {
        HttpResponse<String> first = post("k-same", "amount=100&currency=chf&metadata[a]=1");
        int before = held();
        HttpResponse<String> again = post("k-same", "currency=chf&amount=100&metadata[a]=1");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(again.headers().firstValue("Original-Request"))
                .isEqualTo(first.headers().firstValue("Request-Id"));
        assertThat(held()).isEqualTo(before);
    }

    private static HttpResponse<String> post(String key, String form) throws Exception {
        return STRIPE.send(STRIPE.request("POST", CREATE, form)
                .header("Authorization", "Bearer " + STRIPE.simulator().secretKey())
                .header("Idempotency-Key", key));
    }

    @Test
    void other_parameters_or_another_endpoint_are_refused() throws Exception {
        PaymentIntent intent =
                stripe.v1().paymentIntents().create(RunningSimulator.manual().build(), key("k-other"));
        var params = RunningSimulator.manual().setAmount(1_000L).build();
        var otherParameters = catchThrowableOfType(
                IdempotencyException.class, () -> stripe.v1().paymentIntents().create(params, key("k-other")));
        assertThat(otherParameters.getStatusCode()).isEqualTo(400);
        var otherEndpoint = catchThrowableOfType(
                IdempotencyException.class, () -> stripe.v1().paymentIntents().cancel(intent.getId(), key("k-other")));
        assertThat(otherEndpoint).hasMessageContaining("same endpoint");
    }

    @Test
    void two_at_the_same_time_are_a_conflict() throws Exception {
        STRIPE.fault("{\"kind\": \"delay\", \"millis\": 400, \"match\": {\"path\": \"" + CREATE + "\"}}");
        String form = "amount=100&currency=chf";
        var first = CompletableFuture.supplyAsync(() -> unchecked("k-twice", form));
        await().until(() -> STRIPE.send(STRIPE.request("GET", "/simulator/faults", ""))
                .body()
                .contains("\"hits\":1"));
        HttpResponse<String> second = post("k-twice", form);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("idempotency_key_in_use", "idempotency_error");
        assertThat(first.get().statusCode()).isEqualTo(200);
        assertThat(post("k-twice", form).body()).isEqualTo(first.get().body());
    }

    private static HttpResponse<String> unchecked(String key, String form) {
        try {
            return post(key, form);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_stored_500_is_replayed_although_the_thing_was_done() throws Exception {
        int before = held();
        STRIPE.fault("{\"kind\": \"server_error_after\", \"match\": {\"method\": \"POST\"}}");
        var params = RunningSimulator.manual().build();
        for (int i = 0; i < 2; i++) {
            var failure = catchThrowableOfType(
                    ApiException.class, () -> stripe.v1().paymentIntents().create(params, key("k-500")));
            assertThat(failure.getStatusCode()).isEqualTo(500);
        }
        assertThat(held()).isEqualTo(before + 1);
        stripe.v1().paymentIntents().create(params, key("k-500-2"));
        assertThat(held()).isEqualTo(before + 2);
    }

    @Test
    void a_decline_is_remembered_and_a_refused_parameter_is_not() throws Exception {
        var declined = RunningSimulator.manual()
                .setConfirm(true)
                .setPaymentMethod("pm_card_chargeDeclined")
                .build();
        var first = catchThrowableOfType(
                CardException.class, () -> stripe.v1().paymentIntents().create(declined, key("k-402")));
        var again = catchThrowableOfType(
                CardException.class, () -> stripe.v1().paymentIntents().create(declined, key("k-402")));
        assertThat(again.getCharge()).isEqualTo(first.getCharge());

        var tooSmall = RunningSimulator.manual().setAmount(49L).build();
        var refusal = catchThrowableOfType(
                InvalidRequestException.class,
                () -> stripe.v1().paymentIntents().create(tooSmall, key("k-400")));
        assertThat(refusal.getCode()).isEqualTo("amount_too_small");
        stripe.v1().paymentIntents().create(RunningSimulator.manual().build(), key("k-400"));
    }
}
