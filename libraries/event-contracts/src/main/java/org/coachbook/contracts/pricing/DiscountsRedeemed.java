package org.coachbook.contracts.pricing;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/** The discount is used for this booking. */
@Contract(type = "pricing.replied.discounts-redeemed.v1", topic = Topics.BOOKING_REPLIES)
public record DiscountsRedeemed(String redemptionId, String bookingId, String discountId) {}
