package org.coachbook.booking.process;

import java.time.Instant;
import java.util.List;
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

    /**
     * A party wants a booked session to be at another time.
     *
     * @param propose whether the other party is asked, also where the client could move it by himself
     * @param today what the new time costs today; null where nobody has asked
     */
    record Reschedule(
            String userId,
            Instant start,
            boolean propose,
            @Nullable String message,
            @Nullable TodaysPrice today) implements Action {}

    /** A party offers other times: the coach instead of a requested one, either of them for a booked session. */
    record Suggest(
            String userId, List<Instant> times, @Nullable String message) implements Action {}

    /**
     * The other party takes one of the offered times.
     *
     * @param number from 0
     * @param start which time it was shown under that number; null: whichever it is
     */
    record TakeSuggestion(
            String userId, int number, @Nullable Instant start) implements Action {}

    /** The other party takes none of the offered times, or whoever offered them takes them back. */
    record DeclineSuggestions(String userId, @Nullable String message) implements Action {}

    /** The coach says that the session took place. */
    record Complete(String userId) implements Action {}

    /** The coach says that the client did not come. */
    record NoShow(String userId) implements Action {}
}
