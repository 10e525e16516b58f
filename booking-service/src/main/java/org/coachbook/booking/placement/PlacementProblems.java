package org.coachbook.booking.placement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coachbook.booking.process.Rejection;
import org.coachbook.chassis.http.Problem;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.TimeRange;
import org.jspecify.annotations.Nullable;

/** How an order that came to nothing is answered. */
final class PlacementProblems {
    private PlacementProblems() {}

    static Problem of(PlacementRefusal refusal) {
        return switch (refusal) {
            case PlacementRefusal.QuoteInvalid _ ->
                Problem.of(422, "quote-invalid", "This quote was not issued here; ask for a new one.");
            case PlacementRefusal.QuoteExpired _ ->
                Problem.of(422, "quote-expired", "The price was held until now; ask for a new quote.");
            case PlacementRefusal.QuoteMismatch mismatch ->
                Problem.of(422, "quote-mismatch", mismatched(mismatch.what())).with("field", mismatch.what());
            case PlacementRefusal.InvalidField invalid -> Problem.invalid(invalid.field(), invalid.message());
            case PlacementRefusal.KeyReused _ ->
                Problem.of(
                        422,
                        "idempotency-key-reused",
                        "This Idempotency-Key was used for another order; use a new one for each order.");
            case PlacementRefusal.TryAgain _ -> Problem.tryAgain();
        };
    }

    private static String mismatched(String field) {
        return switch (field) {
            case "clientId" ->
                "The quote was made for somebody else, or before you signed in; ask for a new one as you are signed in"
                        + " now, then book with it.";
            case "occurrences" -> "The quote is for a series; ask for one without occurrences, then book with it.";
            default ->
                "The quote is for another " + field + "; book what it was made for, or ask for a new quote with this "
                        + field + ".";
        };
    }

    /**
     * The answer to a booking that was rejected.
     *
     * @param own the client's own booking that is in the way, where there is one
     */
    static Problem of(@Nullable Rejection rejection, Optional<String> own) {
        if (rejection == null) {
            return slotUnavailable("just_changed", List.of());
        }
        return switch (rejection.reason()) {
            case SLOT_REFUSED -> refusedByCalendar(rejection, own);
            case SLOT_LOST -> slotUnavailable(rejection.reason().wireName(), rejection.nearest());
            case COACH_NOT_PAYABLE ->
                Problem.of(409, "coach-not-payable", "This coach cannot be paid yet; no money was taken.");
            case PAYMENT_REFUSED -> Problem.of(402, "payment-declined", "The payment was refused; no money was taken.");
            case CREDIT_USED ->
                Problem.of(
                        409,
                        "package-not-usable",
                        "The last session of your package was used meanwhile; ask for a new quote.");
            case CODE_USED ->
                Problem.of(409, "code-used", "This code was used before; book without it or with another one.");
        };
    }

    /** A service did not answer in time, so nothing was placed and nobody heard of it. */
    static Problem notPlaced() {
        return Problem.of(
                409,
                "not-placed",
                "We could not place this booking in time; nothing was taken. Try again with a new Idempotency-Key.");
    }

    private static Problem refusedByCalendar(Rejection rejection, Optional<String> own) {
        RefusalReason reason =
                rejection.calendarReason() == null ? RefusalReason.JUST_CHANGED : rejection.calendarReason();
        return switch (reason) {
            case TOO_SOON -> Problem.invalid("start", "is too soon for this coach");
            case NOT_YET_BOOKABLE -> Problem.invalid("start", "cannot be booked that far ahead");
            case HOLD_EXPIRED ->
                Problem.of(409, "hold-expired", "Your hold on this time is over; choose a time again.");
            case TOO_MANY_HOLDS ->
                Problem.of(
                        429,
                        "too-many-holds",
                        "You keep as many unpaid times as you may; pay for, cancel or give back one of them first.");
            case TOO_MANY_REQUESTS ->
                Problem.of(
                        429,
                        "too-many-requests-open",
                        "As many of your requests as you may have wait for an answer: 3 with one coach, 10 in all.");
            case ALREADY_YOURS -> alreadyYours(own);
            case CALENDAR_NOT_CHECKED -> calendarNotChecked();
            default -> slotUnavailable(reason.name().toLowerCase(Locale.ROOT), rejection.nearest());
        };
    }

    private static Problem calendarNotChecked() {
        return Problem.of(
                503,
                "calendar-not-checked",
                "The coach's calendar could not be checked; nothing was booked. Try again later with a new"
                        + " Idempotency-Key.");
    }

    private static Problem alreadyYours(Optional<String> own) {
        Problem problem = Problem.of(409, "already-yours", "You have this time already.");
        return own.map(id -> problem.with("bookingId", id)).orElse(problem);
    }

    private static Problem slotUnavailable(String reason, List<TimeRange> nearest) {
        return Problem.of(409, "slot-unavailable", "This time cannot be had any more; choose another one.")
                .with("reason", reason)
                .with("nearest", nearest);
    }
}
