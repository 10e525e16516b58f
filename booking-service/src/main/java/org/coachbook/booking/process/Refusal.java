package org.coachbook.booking.process;

import java.time.Instant;
import java.util.List;
import org.coachbook.booking.cancellation.CancellationPreview;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.TimeRange;

/** Why a person's action was not done. */
public sealed interface Refusal {
    /** He is no party to the booking and may not know of it. */
    record Stranger() implements Refusal {}

    /** He is a party, but this is the other one's to do. */
    record NotTheirs(Party whose) implements Refusal {}

    /** The booking's status does not allow it. */
    record IllegalTransition(BookingStatus from) implements Refusal {}

    /** It is too early or too late; {@code rule} is a sentence for a person. */
    record OutOfTime(BookingStatus from, String rule) implements Refusal {}

    /** Some of the times that were offered cannot be had, so that none was kept. */
    record TimesUnavailable(List<Proposal.Refused> times) implements Refusal {}

    /** The calendar would not give the time. */
    record SlotUnavailable(RefusalReason reason, List<TimeRange> nearest) implements Refusal {}

    /** Other times are proposed, which have to be answered or taken back first. */
    record ProposalOpen(Party by) implements Refusal {}

    /** It can only be said with what the new time costs today. */
    record PriceUnknown() implements Refusal {}

    /** The new time has no price today. */
    record NoPrice() implements Refusal {}

    /** The new time costs more today than was agreed; minor units, each of its currency. */
    record PriceDiffers(long agreed, String currency, long today, String todaysCurrency) implements Refusal {}

    /** A client proposes one time only. */
    record TooManyTimes() implements Refusal {}

    /** The client took the time back that he had proposed, and proposes another one from then on. */
    record TookBackLately(Instant until) implements Refusal {}

    /** No time was offered under this number. */
    record NoSuchSuggestion() implements Refusal {}

    /** Something else is under way. */
    record RequestInProgress() implements Refusal {}

    /** The refund is not the one that was shown. */
    record RefundChanged(CancellationPreview preview) implements Refusal {}
}
