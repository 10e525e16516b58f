package org.coachbook.stripesimulator.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.WebhookEndpoint;
import com.stripe.net.Webhook;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.WebhookEndpointCreateParams.EnabledEvent;
import org.coachbook.stripesimulator.RunningSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhooksTest {
    @RegisterExtension
    static final RunningSimulator STRIPE = new RunningSimulator();

    private final StripeClient stripe = STRIPE.sdk();
    private final Receiver receiver;

    WebhooksTest() throws Exception {
        receiver = new Receiver();
    }

    @BeforeEach
    @AfterEach
    void no_endpoints_and_no_faults() throws Exception {
        for (WebhookEndpoint endpoint : stripe.v1().webhookEndpoints().list().getData()) {
            stripe.v1().webhookEndpoints().delete(endpoint.getId());
        }
        STRIPE.endFaults();
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    private WebhookEndpoint endpoint(boolean connect, EnabledEvent... types) throws Exception {
        var params =
                WebhookEndpointCreateParams.builder().setUrl(receiver.url()).setConnect(connect);
        for (EnabledEvent type : types) {
            params.addEnabledEvent(type);
        }
        return stripe.v1().webhookEndpoints().create(params.build());
    }

    @Test
    void deliveries_are_signed_and_carry_objects_the_sdk_understands() throws Exception {
        WebhookEndpoint endpoint = endpoint(false, EnabledEvent.ALL);
        assertThat(endpoint.getSecret()).startsWith("whsec_");
        assertThat(stripe.v1().webhookEndpoints().retrieve(endpoint.getId()).getSecret())
                .isNull();
        PaymentIntent held = STRIPE.paid(RunningSimulator.manual(), "pm_card_visa");
        await().until(() ->
                !receiver.received("payment_intent.amount_capturable_updated").isEmpty());
        Receiver.Received delivery =
                receiver.received("payment_intent.amount_capturable_updated").getFirst();
        Event event = Webhook.constructEvent(delivery.payload(), delivery.signature(), endpoint.getSecret());
        assertThat(event.getApiVersion()).isEqualTo(Stripe.API_VERSION);
        assertThat(event.getRequest().getId()).startsWith("req_");
        PaymentIntent intent =
                (PaymentIntent) event.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(intent.getId()).isEqualTo(held.getId());
        assertThat(intent.getStatus()).isEqualTo("requires_capture");
    }

    @Test
    void an_endpoint_gets_only_the_types_it_asked_for() throws Exception {
        endpoint(false, EnabledEvent.PAYMENT_INTENT__SUCCEEDED);
        STRIPE.captured(RunningSimulator.manual());
        await().until(() -> !receiver.received().isEmpty());
        assertThat(receiver.received()).allMatch(event -> event.is("payment_intent.succeeded"));
    }

    @Test
    void a_failed_delivery_comes_again_with_the_same_event() throws Exception {
        endpoint(false, EnabledEvent.PAYMENT_INTENT__CREATED);
        receiver.failNext(2);
        stripe.v1().paymentIntents().create(RunningSimulator.manual().build());
        await().until(() -> receiver.received().size() == 3);
        assertThat(receiver.received())
                .extracting(Receiver.Received::payload)
                .containsOnly(receiver.received().getFirst().payload());
    }

    @Test
    void connect_endpoints_hear_of_connected_accounts_and_others_do_not() throws Exception {
        endpoint(true, EnabledEvent.ACCOUNT__UPDATED);
        String coach = STRIPE.onboardedCoach();
        await().until(() -> !receiver.received("account.updated").isEmpty());
        Event event = com.stripe.net.ApiResource.GSON.fromJson(
                receiver.received().getFirst().payload(), Event.class);
        assertThat(event.getAccount()).isEqualTo(coach);
    }

    @Test
    void faults_lose_repeat_and_reorder_deliveries() throws Exception {
        endpoint(false, EnabledEvent.PAYMENT_INTENT__CREATED, EnabledEvent.PAYMENT_INTENT__CANCELED);
        STRIPE.fault("{\"kind\": \"webhook_dropped\", \"match\": {\"event\": \"payment_intent.created\"}}");
        PaymentIntent lost =
                stripe.v1().paymentIntents().create(RunningSimulator.manual().build());
        STRIPE.fault("{\"kind\": \"webhook_duplicated\", \"match\": {\"event\": \"payment_intent.canceled\"}}");
        stripe.v1().paymentIntents().cancel(lost.getId());
        await().until(() -> receiver.received("payment_intent.canceled").size() == 2);
        assertThat(receiver.received("payment_intent.created")).isEmpty();

        STRIPE.fault("{\"kind\": \"webhook_reordered\", \"match\": {\"event\": \"payment_intent.created\"},"
                + " \"millis\": 5000}");
        PaymentIntent late =
                stripe.v1().paymentIntents().create(RunningSimulator.manual().build());
        stripe.v1().paymentIntents().cancel(late.getId());
        await().until(() -> receiver.received().size() == 4);
        assertThat(receiver.received().get(2).is("payment_intent.canceled")).isTrue();
        assertThat(receiver.received().get(3).is("payment_intent.created")).isTrue();
        assertThat(receiver.received().get(3).payload()).contains(late.getId());
    }
}
