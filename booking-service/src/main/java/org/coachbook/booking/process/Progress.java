package org.coachbook.booking.process;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a booking that changes.
 *
 * @param step where the process stands, by name
 * @param processVersion of the process that wrote the step
 * @param stepSince when the step was entered
 * @param deadline when the payment or the coach's answer is due, or it is decided whether enough take part
 * @param accepted whether the coach has accepted
 * @param undos registered, to be done when the booking dies
 * @param owed undone and not answered yet
 * @param refundDue minor units that were ordered to be given back when a booked session was cancelled
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
        List<Undo> undos,
        List<Undo> owed,
        long refundDue,
        @Nullable Rejection rejection,
        List<HistoryEntry> history,
        List<String> handled,
        long eventsSent,
        long commandsSent) {
    private static final int REMEMBERED = 24;

    /** Whether a reply was handled before. */
    public boolean hasHandled(String messageId) {
        return handled.contains(messageId);
    }

    /** This progress with one more reply handled; the oldest are forgotten. */
    public Progress handling(String messageId) {
        List<String> newest = Stream.concat(
                        handled.stream().skip(Math.max(0, handled.size() - REMEMBERED + 1)), Stream.of(messageId))
                .toList();
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
                undos,
                owed,
                refundDue,
                rejection,
                history,
                newest,
                eventsSent,
                commandsSent);
    }
}
