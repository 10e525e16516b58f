package org.coachbook.booking.process;

import org.jspecify.annotations.Nullable;

/** What a person does to a booking. Whether he may is decided with everything else. */
public sealed interface Action extends Input {
    /** The person's user id. */
    String userId();

    /** The coach takes the request. */
    record Accept(String userId, @Nullable String message) implements Action {}

    /** The coach does not take the request. */
    record Decline(String userId, @Nullable String message) implements Action {}

    /**
     * A party ends the booking.
     *
     * @param expectedRefund the refund it was shown, in minor units
     * @param expectedDiscountReturned what it was shown of the discount; null when it does not mind
     */
    record Cancel(
            String userId,
            long expectedRefund,
            @Nullable Boolean expectedDiscountReturned,
            @Nullable String reason) implements Action {}

    /** The coach says that the session took place. */
    record Complete(String userId) implements Action {}

    /** The coach says that the client did not come. */
    record NoShow(String userId) implements Action {}
}
