package org.coachbook.stripesimulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.coachbook.stripesimulator.RunningSimulator;
import org.coachbook.stripesimulator.objects.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {
    @RegisterExtension
    static final RunningSimulator STRIPE = new RunningSimulator();

    private static JsonNode error(HttpResponse<String> answer) {
        return Json.parse(answer.body()).get("error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount=100&currency=chf&foo=1 | parameter_unknown | foo",
                "amount=100&currency=chf&transfer_data[to]=a | parameter_unknown | transfer_data[to]",
                "currency=chf | parameter_missing | amount",
                "amount=&currency=chf | parameter_invalid_empty | amount",
                "amount=1.50&currency=chf | parameter_invalid_integer | amount",
                "amount=-5&currency=chf | parameter_invalid_integer | amount",
                "amount=49&currency=chf | amount_too_small | amount",
                "amount=100000000&currency=chf | amount_too_large | amount",
                "amount=100&currency=xxq | | currency",
                "amount=100&currency=chf&capture_method=later | | capture_method",
                "amount=100&currency=chf&confirm=perhaps | | confirm",
                "amount=100&currency=chf&customer=cus_nobody | resource_missing | customer",
                "amount=100&currency=chf&application_fee_amount=10 | | application_fee_amount"
            })
    void bad_parameters_are_refused_by_name(String form, String code, String param) throws Exception {
        HttpResponse<String> answer = STRIPE.send("POST", "/v1/payment_intents", form);
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode error = error(answer);
        assertThat(error.get("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.path("code").asText(null)).isEqualTo(code);
        assertThat(error.get("param").asText()).isEqualTo(param);
        assertThat(answer.headers().firstValue("Request-Id").orElseThrow()).startsWith("req_");
    }

    @Test
    void unknown_parameters_are_listed_in_stripes_words() throws Exception {
        JsonNode error = error(STRIPE.send("GET", "/v1/charges?limit=1&colour=red&size=2", ""));
        assertThat(error.get("message").asText()).isEqualTo("Received unknown parameters: colour, size");
        assertThat(error.get("doc_url").asText()).endsWith("/error-codes/parameter-unknown");
    }

    @Test
    void what_does_not_exist_is_404() throws Exception {
        HttpResponse<String> intent = STRIPE.send("GET", "/v1/payment_intents/pi_nothing", "");
        assertThat(intent.statusCode()).isEqualTo(404);
        assertThat(error(intent).get("code").asText()).isEqualTo("resource_missing");
        assertThat(error(intent).get("message").asText()).isEqualTo("No such payment_intent: 'pi_nothing'");
        HttpResponse<String> url = STRIPE.send("GET", "/v1/unicorns", "");
        assertThat(url.statusCode()).isEqualTo(404);
        assertThat(error(url).get("message").asText()).contains("Unrecognized request URL (GET: /v1/unicorns)");
    }

    @Test
    void a_missing_or_wrong_key_is_401() throws Exception {
        assertThat(STRIPE.send(STRIPE.request("GET", "/v1/charges", "")).statusCode())
                .isEqualTo(401);
        HttpResponse<String> wrong = STRIPE.send(
                STRIPE.request("GET", "/v1/charges", "").header("Authorization", "Bearer sk_test_thisiswrong1234"));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(error(wrong).get("message").asText()).isEqualTo("Invalid API Key provided: sk_test_****1234");
    }

    @Test
    void the_key_may_come_as_basic_credentials() throws Exception {
        String credentials = STRIPE.simulator().secretKey() + ":";
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer =
                STRIPE.send(STRIPE.request("GET", "/v1/charges", "").header("Authorization", "Basic " + basic));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void an_unknown_connected_account_is_403() throws Exception {
        HttpResponse<String> answer = STRIPE.send(STRIPE.request("GET", "/v1/balance", "")
                .header("Authorization", "Bearer " + STRIPE.simulator().secretKey())
                .header("Stripe-Account", "acct_nobody"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(error(answer).get("code").asText()).isEqualTo("account_invalid");
    }

    @Test
    void browsers_may_ask_beforehand() throws Exception {
        HttpResponse<String> answer = STRIPE.send(STRIPE.request("OPTIONS", "/v1/payment_intents/pi_1/confirm", ""));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("Authorization");
    }
}
