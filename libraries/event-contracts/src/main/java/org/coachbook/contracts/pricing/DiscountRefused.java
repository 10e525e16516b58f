package org.coachbook.contracts.pricing;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/** The discount cannot be used; nothing was changed. */
@Contract(type = "pricing.replied.discount-refused.v1", topic = Topics.BOOKING_REPLIES)
public record DiscountRefused(String redemptionId, String bookingId, String discountId, DiscountRefusal reason) {}
