package org.coachbook.booking.actions;

import java.util.List;
import org.coachbook.booking.process.BookingStatus;
import org.coachbook.booking.process.Proposal;
import org.coachbook.booking.process.Refusal;
import org.coachbook.booking.process.Transitions;
import org.coachbook.chassis.http.Problem;

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
            case Refusal.NoSuchSuggestion _ -> Problem.notFound("suggestion");
            case Refusal.RequestInProgress _ ->
                Problem.of(409, "request-in-progress", "Another step of this booking is under way; try again shortly.");
            case Refusal.RefundChanged changed ->
                Problem.of(409, "refund-changed", "The refund is another one now; confirm the new one.")
                        .with("preview", changed.preview());
        };
    }

    private static Problem timesUnavailable(List<Proposal.Refused> times) {
        return Problem.of(409, "slot-unavailable", "Some of these times cannot be had, so none is kept; choose others.")
                .with("reason", times.getFirst().reason())
                .with("times", times);
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
