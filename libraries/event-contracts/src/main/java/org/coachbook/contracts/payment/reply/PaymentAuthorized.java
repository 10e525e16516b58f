package org.coachbook.contracts.payment.reply;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * The money is reserved at the client's bank.
 *
 * @param captureBefore when the authorisation lapses, as Stripe says
 */
@Contract(type = "payment.replied.authorized.v1", topic = Topics.BOOKING_REPLIES)
public record PaymentAuthorized(String paymentId, String bookingId, Instant captureBefore) {}
