package org.coachbook.booking.reading;

import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.Party;
import org.coachbook.booking.process.Progress;
import org.coachbook.booking.process.Proposal;
import org.coachbook.booking.process.Step;
import org.coachbook.booking.process.Wish;
import org.jspecify.annotations.Nullable;

/** Steps under way that the status does not show. */
public final class PendingSteps {
    private PendingSteps() {}

    /** What is under way, and whose it is; null when nothing is. */
    public static BookingView.@Nullable Pending of(Booking booking) {
        Progress progress = booking.progress();
        Wish wish = progress.wish();
        if (wish != null) {
            return pending(wish.action(), wish.by());
        }
        return Step.find(progress.step()).map(step -> of(step, progress)).orElse(null);
    }

    private static BookingView.@Nullable Pending of(Step step, Progress progress) {
        return switch (step) {
            case SETTLE_PAYMENT -> pending("settle_payment", Party.SYSTEM);
            case SUGGEST_TIMES -> pending("suggest", Party.COACH);
            case MOVE_SLOT, PROPOSE_TIMES -> pending("reschedule", author(progress));
            case TAKE_TIME -> pending("accept", author(progress).counterpart());
            default -> step.isInFlight() && progress.accepted() ? pending("accept", accepting(progress)) : null;
        };
    }

    /** The client accepts what the coach has suggested, the coach what the client has requested. */
    private static Party accepting(Progress progress) {
        Proposal proposal = progress.proposal();
        return proposal != null && proposal.taken() != null ? Party.CLIENT : Party.COACH;
    }

    private static Party author(Progress progress) {
        Proposal proposal = progress.proposal();
        return proposal == null ? Party.CLIENT : proposal.by();
    }

    private static BookingView.Pending pending(String action, Party by) {
        return new BookingView.Pending(action, by.wireName());
    }
}
