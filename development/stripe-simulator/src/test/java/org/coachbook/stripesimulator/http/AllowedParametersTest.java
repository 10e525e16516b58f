package org.coachbook.stripesimulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.annotations.SerializedName;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountLinkCreateParams;
import com.stripe.param.AccountUpdateParams;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.EventListParams;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentUpdateParams;
import com.stripe.param.PayoutCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.TransferReversalCreateParams;
import com.stripe.param.WebhookEndpointCreateParams;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.coachbook.stripesimulator.objects.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AllowedParametersTest {
    private final AllowedParameters allowed =
            new AllowedParameters(Table.lines(AllowedParameters.class, "parameters.txt"));

    static Stream<Arguments> routes() {
        return Stream.of(
                Arguments.of("POST /v1/payment_intents", PaymentIntentCreateParams.class),
                Arguments.of("GET /v1/payment_intents", PaymentIntentListParams.class),
                Arguments.of("POST /v1/payment_intents/{id}", PaymentIntentUpdateParams.class),
                Arguments.of("POST /v1/payment_intents/{id}/confirm", PaymentIntentConfirmParams.class),
                Arguments.of("POST /v1/payment_intents/{id}/capture", PaymentIntentCaptureParams.class),
                Arguments.of("POST /v1/payment_intents/{id}/cancel", PaymentIntentCancelParams.class),
                Arguments.of("POST /v1/refunds", RefundCreateParams.class),
                Arguments.of("POST /v1/transfers", TransferCreateParams.class),
                Arguments.of("POST /v1/transfers/{id}/reversals", TransferReversalCreateParams.class),
                Arguments.of("POST /v1/customers", CustomerCreateParams.class),
                Arguments.of("POST /v1/accounts", AccountCreateParams.class),
                Arguments.of("POST /v1/accounts/{id}", AccountUpdateParams.class),
                Arguments.of("POST /v1/account_links", AccountLinkCreateParams.class),
                Arguments.of("POST /v1/payouts", PayoutCreateParams.class),
                Arguments.of("POST /v1/webhook_endpoints", WebhookEndpointCreateParams.class),
                Arguments.of("GET /v1/events", EventListParams.class));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whatever_the_official_sdk_can_send_is_accepted(String route, Class<?> parameters) {
        var names = Arrays.stream(parameters.getDeclaredFields())
                .map(field -> field.getAnnotation(SerializedName.class))
                .filter(Objects::nonNull)
                .map(SerializedName::value)
                .filter(name -> !name.startsWith("_stripe_java"))
                .toList();
        assertThat(allowed.of(route)).containsKeys(names.toArray(String[]::new));
    }
}
