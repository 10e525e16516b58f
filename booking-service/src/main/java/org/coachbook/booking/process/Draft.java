package org.coachbook.booking.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.coachbook.contracts.booking.ExpiryReason;
import org.jspecify.annotations.Nullable;

/** A booking while one decision is made about it: what changes, and what is sent because of it. */
final class Draft {
    final Booking before;
    final Instant now;
    BookingStatus status;
    Slot slot;
    PaymentFacts payment;

    @Nullable
    Instant deadline;

    @Nullable
    Instant timer;

    @Nullable
    Wish wish;

    @Nullable
    Proposal proposal;

    @Nullable
    Rejection rejection;

    @Nullable
    ExpiryReason expiry;

    boolean accepted;
    long refundDue;
    final List<Undo> undos;
    final List<Undo> owed;

    private Step step;
    private Instant stepSince;
    private @Nullable Outstanding outstanding;
    private final List<HistoryEntry> history;
    private final List<Message> messages = new ArrayList<>();
    private long eventsSent;
    private long commandsSent;

    private Draft(Booking before, Instant now) {
        Progress p = before.progress();
        this.before = before;
        this.now = now;
        this.status = p.status();
        this.step = before.step();
        this.stepSince = p.stepSince();
        this.slot = p.slot();
        this.payment = p.payment();
        this.deadline = p.deadline();
        this.timer = before.nextTimerAt();
        this.accepted = p.accepted();
        this.refundDue = p.refundDue();
        this.outstanding = p.outstanding();
        this.wish = p.wish();
        this.proposal = p.proposal();
        this.rejection = p.rejection();
        this.expiry = p.expiry();
        this.undos = new ArrayList<>(p.undos());
        this.owed = new ArrayList<>(p.owed());
        this.history = new ArrayList<>(p.history());
        this.eventsSent = p.eventsSent();
        this.commandsSent = p.commandsSent();
    }

    static Draft of(Booking before, Instant now) {
        return new Draft(before, now);
    }

    Step step() {
        return step;
    }

    Instant stepSince() {
        return stepSince;
    }

    Order order() {
        return before.order();
    }

    /** What the calendar knows the time by, as it is to be now. */
    String reservationId() {
        return slot.reservationId(before.id());
    }

    /** Whether partners have heard of this booking; what nobody saw ends in silence. */
    boolean wasAnnounced() {
        return eventsSent > 0;
    }

    /** Changes the status, as the one table of transitions allows. */
    void to(BookingStatus next, Party by, String action, @Nullable String note) {
        if (!Transitions.allowed(status, next)) {
            throw new IllegalStateException("No way from " + status + " to " + next);
        }
        history.add(new HistoryEntry(now, by, action, status, next, note));
        status = next;
    }

    /** Records something that leaves the status as it is. */
    void note(Party by, String action, @Nullable String note) {
        history.add(new HistoryEntry(now, by, action, status, status, note));
    }

    /** Enters a step; its timer, if any, replaces the one of the step before. */
    void enter(Step next, @Nullable Instant wakeAt) {
        step = next;
        stepSince = now;
        timer = wakeAt;
        outstanding = null;
    }

    /** Enters a further step of what was asked for before: the step's age is that of the question. */
    void goOn(Step next, @Nullable Instant wakeAt) {
        Instant since = stepSince;
        enter(next, wakeAt);
        stepSince = since;
    }

    void register(Undo undo) {
        if (!undos.contains(undo)) {
            undos.add(undo);
        }
    }

    void owes(Undo undo) {
        if (!owed.contains(undo)) {
            owed.add(undo);
        }
    }

    /** Sends a command on whose reply the step waits. */
    void ask(String key, Record command) {
        String id = send(key, command);
        outstanding = new Outstanding(id, command.getClass().getSimpleName(), now);
    }

    /** Sends a command whose reply decides nothing. */
    String send(String key, Record command) {
        String id = before.id() + ":c" + ++commandsSent;
        messages.add(new Message(id, key, commandsSent, command));
        return id;
    }

    /** Tells the world. */
    void announce(Announcement announcement) {
        Order order = order();
        Record event = announcement.event(
                before.id(),
                order.coachId(),
                order.clientRef(),
                order.sessionTypeId(),
                slot.start(),
                slot.end(),
                status.wireName(),
                ++eventsSent);
        messages.add(new Message(before.id() + ":e" + eventsSent, before.id(), eventsSent, event));
    }

    /** The decision: a move, or nothing when the draft is as the booking was. */
    Decision decision() {
        Progress next = progress();
        boolean unchanged =
                messages.isEmpty() && next.equals(before.progress()) && Objects.equals(timer, before.nextTimerAt());
        return unchanged ? new Decision.Stay() : new Decision.Move(before.moved(next, timer), List.copyOf(messages));
    }

    private Progress progress() {
        return new Progress(
                status,
                step.stepName(),
                BookingProcess.VERSION,
                stepSince,
                slot,
                payment,
                deadline,
                accepted,
                outstanding,
                wish,
                proposal,
                List.copyOf(undos),
                List.copyOf(owed),
                refundDue,
                rejection,
                expiry,
                List.copyOf(history),
                before.progress().handled(),
                eventsSent,
                commandsSent);
    }
}
