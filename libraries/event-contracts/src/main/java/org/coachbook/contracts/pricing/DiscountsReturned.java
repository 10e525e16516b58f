package org.coachbook.contracts.pricing;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/** The use is given back, or there was none. */
@Contract(type = "pricing.replied.discounts-returned.v1", topic = Topics.BOOKING_REPLIES)
public record DiscountsReturned(String redemptionId, String bookingId, String discountId) {}
