package org.coachbook.booking.actions;

import java.time.Instant;
import java.util.List;
import org.coachbook.booking.process.BookingStatus;
import org.coachbook.booking.process.Proposal;
import org.coachbook.booking.process.Refusal;
import org.coachbook.booking.process.Transitions;
import org.coachbook.chassis.http.Problem;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.TimeRange;

/** How each refused action is answered. */
public final class ActionProblems {
    private ActionProblems() {}

    public static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Stranger _ -> Problem.notFound("booking");
            case Refusal.NotTheirs theirs ->
                Problem.notAllowed("Only the " + theirs.whose().wireName() + " of this booking can do this.");
            case Refusal.IllegalTransition illegal ->
                illegal(illegal.from(), "A booking that is " + words(illegal.from()) + " cannot be changed like this.");
            case Refusal.OutOfTime late -> illegal(late.from(), late.rule());
            case Refusal.TimesUnavailable unavailable -> timesUnavailable(unavailable.times());
            case Refusal.SlotUnavailable unavailable -> slotUnavailable(unavailable);
            case Refusal.ProposalOpen open -> proposalOpen(open);
            case Refusal.PriceUnknown _ -> Problem.tryAgain();
            case Refusal.NoPrice _ -> noPrice();
            case Refusal.PriceDiffers differs -> priceDiffers(differs);
            case Refusal.TooManyTimes _ -> Problem.invalid("times", "a client proposes one time");
            case Refusal.TookBackLately lately -> tookBackLately(lately.until());
            case Refusal.NoSuchSuggestion _ -> Problem.notFound("suggestion");
            case Refusal.RequestInProgress _ ->
                Problem.of(409, "request-in-progress", "Another step of this booking is under way; try again shortly.");
            case Refusal.RefundChanged changed ->
                Problem.of(409, "refund-changed", "The refund is another one now; confirm the new one.")
                        .with("preview", changed.preview());
        };
    }

    private static Problem timesUnavailable(List<Proposal.Refused> times) {
        if (times.stream().anyMatch(time -> time.reason() == RefusalReason.CALENDAR_NOT_CHECKED)) {
            return calendarNotChecked();
        }
        return Problem.of(409, "slot-unavailable", "Some of these times cannot be had, so none is kept; choose others.")
                .with("reason", times.getFirst().reason())
                .with("times", times);
    }

    private static Problem calendarNotChecked() {
        return Problem.of(
                503,
                "calendar-not-checked",
                "The coach's calendar could not be checked; the booking stays as it is. Try again later.");
    }

    private static Problem noPrice() {
        return slotUnavailable(
                RefusalReason.OUTSIDE_AVAILABILITY,
                List.of(),
                "The coach has no price for this time today. Choose another one, or propose it to him (propose: true),"
                        + " who may agree to it at your price.");
    }

    private static Problem tookBackLately(Instant until) {
        return Problem.of(
                        409,
                        "request-in-progress",
                        "You have just taken a proposed time back; propose another one an hour after that.")
                .with("until", until);
    }

    private static Problem proposalOpen(Refusal.ProposalOpen open) {
        return Problem.of(
                409,
                "request-in-progress",
                "The " + open.by().wireName() + " has proposed other times for this booking; take one, decline or"
                        + " withdraw them first.");
    }

    private static Problem slotUnavailable(Refusal.SlotUnavailable refused) {
        return switch (refused.reason()) {
            case TOO_SOON -> Problem.invalid("start", "is too soon for this coach");
            case NOT_YET_BOOKABLE -> Problem.invalid("start", "cannot be booked that far ahead");
            case ALREADY_YOURS -> Problem.of(409, "already-yours", "You have another session at this time already.");
            case CALENDAR_NOT_CHECKED -> calendarNotChecked();
            default ->
                slotUnavailable(
                        refused.reason(),
                        refused.nearest(),
                        "This time cannot be had; the session stays where it is. Choose another one.");
        };
    }

    private static Problem slotUnavailable(RefusalReason reason, List<TimeRange> nearest, String detail) {
        return Problem.of(409, "slot-unavailable", detail)
                .with("reason", reason)
                .with("nearest", nearest);
    }

    private static Problem priceDiffers(Refusal.PriceDiffers differs) {
        return Problem.of(
                        409,
                        "price-differs",
                        "This time costs more today than was agreed. Propose it to the coach (propose: true), who may"
                                + " agree to it at your price, or cancel and book again.")
                .with("agreed", differs.agreed())
                .with("today", differs.today())
                .with("currency", differs.currency())
                .with("todaysCurrency", differs.todaysCurrency());
    }

    private static Problem illegal(BookingStatus from, String detail) {
        List<String> allowed =
                Transitions.after(from).stream().map(BookingStatus::wireName).toList();
        return Problem.of(409, "illegal-transition", detail)
                .with("from", from.wireName())
                .with("allowed", allowed);
    }

    private static String words(BookingStatus status) {
        return status.wireName().replace('_', ' ');
    }
}
