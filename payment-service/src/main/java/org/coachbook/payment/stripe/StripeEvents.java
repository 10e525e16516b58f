package org.coachbook.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.model.Event;
import com.stripe.param.EventListParams;
import com.stripe.service.EventService;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** What happened at Stripe, as Stripe keeps it for 30 days whether or not a webhook arrived. */
@Singleton
public class StripeEvents {
    private final EventService events;
    private final Attempts attempts;

    StripeEvents(StripeClient client, Attempts attempts) {
        this.events = client.v1().events();
        this.attempts = attempts;
    }

    /** All events of these types since then, its second included, newest first. */
    public Attempt<List<Event>> since(Instant then, List<String> types) {
        EventListParams wanted = EventListParams.builder()
                .addAllType(types)
                .setCreated(EventListParams.Created.builder()
                        .setGte(then.getEpochSecond())
                        .build())
                .setLimit(100L)
                .build();
        return attempts.make("list-events", () -> StreamSupport.stream(
                        events.list(wanted).autoPagingIterable().spliterator(), false)
                .toList());
    }
}
