package org.coachbook.booking.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coachbook.contracts.booking.ExpiryReason;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a booking that changes.
 *
 * @param step where the process stands, by name
 * @param processVersion of the process that wrote the step
 * @param stepSince when the step was entered
 * @param deadline when the payment or the coach's answer is due, or it is decided whether enough take part
 * @param accepted whether the coach has accepted
 * @param proposal the last times that one party offered to the other; kept when it is settled, for repeats
 * @param undos registered, to be done when the booking dies
 * @param owed undone and not answered yet
 * @param refundDue minor units that were ordered to be given back when a booked session was cancelled
 * @param expiry why it has expired; null where it has not, or for no reason that concerns its parties
 * @param handled ids of the replies handled last, newest last
 * @param eventsSent the sequence of the last public event
 * @param commandsSent the sequence of the last command
 */
public record Progress(
        BookingStatus status,
        String step,
        int processVersion,
        Instant stepSince,
        Slot slot,
        PaymentFacts payment,
        @Nullable Instant deadline,
        boolean accepted,
        @Nullable Outstanding outstanding,
        @Nullable Wish wish,
        @Nullable Proposal proposal,
        List<Undo> undos,
        List<Undo> owed,
        long refundDue,
        @Nullable Rejection rejection,
        @Nullable ExpiryReason expiry,
        List<HistoryEntry> history,
        List<String> handled,
        long eventsSent,
        long commandsSent) {
    private static final int REMEMBERED = 24;

    /** Where a booking stands that was just ordered. */
    static Progress ordered(Order order, Instant now) {
        return new Progress(
                BookingStatus.PLACING,
                Step.RESERVE_SLOT.stepName(),
                BookingProcess.VERSION,
                now,
                Slot.ordered(order),
                PaymentFacts.atFirst(order.total()),
                null,
                false,
                null,
                null,
                null,
                List.of(),
                List.of(),
                0,
                null,
                null,
                List.of(HistoryEntry.placed(now)),
                List.of(),
                0,
                0);
    }

    /** When the session is to start; while other times are suggested, the earliest of them. */
    public Instant start() {
        return suggested().map(Proposal::earliest).orElse(slot.start());
    }

    /** The times that the client may choose from now. */
    public Optional<Proposal> suggested() {
        return status == BookingStatus.TIME_SUGGESTED
                ? Optional.ofNullable(proposal).filter(Proposal::isOpen)
                : Optional.empty();
    }

    /** Other times of a booked session that one party proposes and the other may take now. */
    public Optional<Proposal> proposed() {
        boolean chosenFrom = status.isBooked() && step.equals(Step.AWAIT_SESSION.stepName());
        return chosenFrom ? Optional.ofNullable(proposal).filter(Proposal::isOpen) : Optional.empty();
    }

    /** What one party offers and the other may choose from now, for a request or a booked session. */
    public Optional<Proposal> offered() {
        return suggested().or(this::proposed);
    }

    /** Whether a reply was handled before. */
    public boolean hasHandled(String messageId) {
        return handled.contains(messageId);
    }

    /** This progress with one more reply handled; the oldest are forgotten. */
    public Progress handling(String messageId) {
        return new Progress(
                status,
                step,
                processVersion,
                stepSince,
                slot,
                payment,
                deadline,
                accepted,
                outstanding,
                wish,
                proposal,
                undos,
                owed,
                refundDue,
                rejection,
                expiry,
                history,
                newest(messageId),
                eventsSent,
                commandsSent);
    }

    private List<String> newest(String messageId) {
        return Stream.concat(handled.stream().skip(Math.max(0, handled.size() - REMEMBERED + 1)), Stream.of(messageId))
                .toList();
    }
}
