package org.coachbook.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.service.PaymentIntentService;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.coachbook.payment.payments.Intent;

/**
 * Finds an intent whose creation was never answered, by {@code metadata.paymentId}. Stripe's search index lags by up to
 * a minute (docs.stripe.com/search), so what is younger is found in the list of what was created since.
 */
@Singleton
public class StripeSearch {
    static final String PAYMENT_ID = "paymentId";
    private static final Duration INDEXED_AFTER = Duration.ofMinutes(10);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(1);

    private final PaymentIntentService intents;
    private final Attempts attempts;
    private final Clock clock;

    StripeSearch(StripeClient client, Attempts attempts, Clock clock) {
        this.intents = client.v1().paymentIntents();
        this.attempts = attempts;
        this.clock = clock;
    }

    /** The payment's intent, created at about {@code sentAt} or soon after, if Stripe has one. */
    public Attempt<Optional<Intent>> find(String paymentId, Instant sentAt) {
        boolean indexed = sentAt.plus(INDEXED_AFTER).isBefore(clock.instant());
        return attempts.make("search", () -> indexed ? searched(paymentId) : listed(paymentId, sentAt))
                .map(found -> found.map(IntentShape::of));
    }

    private Optional<PaymentIntent> searched(String paymentId) throws StripeException {
        String query = "metadata['" + PAYMENT_ID + "']:'" + paymentId + "'";
        List<PaymentIntent> found = intents.search(
                        PaymentIntentSearchParams.builder().setQuery(query).build())
                .getData();
        return found.stream().findFirst();
    }

    private Optional<PaymentIntent> listed(String paymentId, Instant sentAt) throws StripeException {
        PaymentIntentListParams since = PaymentIntentListParams.builder()
                .setCreated(PaymentIntentListParams.Created.builder()
                        .setGte(sentAt.minus(CLOCKS_DIFFER_BY).getEpochSecond())
                        .build())
                .setLimit(100L)
                .build();
        Iterable<PaymentIntent> created = intents.list(since).autoPagingIterable();
        return StreamSupport.stream(created.spliterator(), false)
                .filter(i -> paymentId.equals(i.getMetadata().get(PAYMENT_ID)))
                .findFirst();
    }
}
