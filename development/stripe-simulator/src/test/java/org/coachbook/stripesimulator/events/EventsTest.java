package org.coachbook.stripesimulator.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.model.StripeObject;
import com.stripe.param.EventListParams;
import java.util.List;
import org.coachbook.stripesimulator.RunningSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventsTest {
    @RegisterExtension
    static final RunningSimulator STRIPE = new RunningSimulator();

    private final StripeClient stripe = STRIPE.sdk();

    @Test
    void the_version_is_the_one_the_official_sdk_pins() {
        assertThat(Events.API_VERSION).isEqualTo(Stripe.API_VERSION);
    }

    @Test
    void a_captured_destination_charge_tells_its_whole_story() throws Exception {
        PaymentIntent paid = STRIPE.captured(RunningSimulator.forCoach(STRIPE.onboardedCoach()));
        StripeCollection<Event> events = stripe.v1()
                .events()
                .list(EventListParams.builder().setLimit(100L).build());
        assertThat(events.getData())
                .extracting(Event::getType)
                .contains(
                        "payment_intent.created",
                        "charge.succeeded",
                        "payment_intent.amount_capturable_updated",
                        "transfer.created",
                        "application_fee.created",
                        "charge.captured",
                        "payment_intent.succeeded");
        Event latest = events.getData().getFirst();
        assertThat(latest.getType()).isEqualTo("payment_intent.succeeded");
        StripeObject object = latest.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(((PaymentIntent) object).getId()).isEqualTo(paid.getId());
        assertThat(stripe.v1().events().retrieve(latest.getId()).getType()).isEqualTo("payment_intent.succeeded");
    }

    @Test
    void events_keep_the_state_of_their_moment() throws Exception {
        PaymentIntent intent =
                stripe.v1().paymentIntents().create(RunningSimulator.manual().build());
        stripe.v1().paymentIntents().cancel(intent.getId());
        Event created = latest("payment_intent.created");
        StripeObject then = created.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(((PaymentIntent) then).getStatus()).isEqualTo("requires_payment_method");
    }

    private Event latest(String type) throws Exception {
        return stripe.v1()
                .events()
                .list(EventListParams.builder().setType(type).setLimit(1L).build())
                .getData()
                .getFirst();
    }

    @Test
    void they_are_filtered_by_type_group_and_time() throws Exception {
        STRIPE.captured(RunningSimulator.manual());
        EventListParams several = EventListParams.builder()
                .addAllType(List.of("charge.captured", "charge.succeeded"))
                .build();
        assertThat(stripe.v1().events().list(several).getData())
                .extracting(Event::getType)
                .containsOnly("charge.captured", "charge.succeeded");
        EventListParams group = EventListParams.builder().setType("charge.*").build();
        assertThat(stripe.v1().events().list(group).getData()).isNotEmpty().allMatch(event -> event.getType()
                .startsWith("charge."));
        EventListParams future = EventListParams.builder()
                .setCreated(
                        EventListParams.Created.builder().setGte(4_000_000_000L).build())
                .build();
        assertThat(stripe.v1().events().list(future).getData()).isEmpty();
    }
}
