package org.coachbook.payment.webhooks;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.payment.payments.Dispute;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an event: which object it is about. Its content may be old when it is read, so it is not stored; but
 * what has become of a dispute is final.
 *
 * @param id Stripe's event id
 * @param type as {@code payment_intent.succeeded}
 * @param objectId the object it is about
 * @param paymentId {@code metadata.paymentId}, where the object carries ours
 * @param intentId the PaymentIntent it belongs to, where the object names one
 * @param dispute where it is about one
 * @param createdAt when Stripe made it, in whole seconds
 * @param nextAt when it is taken up; while somebody is at it, the end of his lease; null when it is processed
 */
public record WebhookEvent(
        @BsonId String id,
        String type,
        String objectId,
        @Nullable String paymentId,
        @Nullable String intentId,
        @Nullable Dispute dispute,
        Instant createdAt,
        Instant receivedAt,
        int tries,
        @Nullable Instant nextAt) {}
