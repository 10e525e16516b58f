package org.coachbook.booking.process;

import java.time.Instant;
import java.util.List;
import org.coachbook.booking.cancellation.CancellationPolicy;
import org.coachbook.booking.cancellation.CancellationPreview;
import org.coachbook.contracts.booking.BookingCancelled;
import org.coachbook.contracts.booking.BookingCompleted;
import org.coachbook.contracts.booking.BookingDeclined;
import org.coachbook.contracts.booking.BookingExpired;
import org.coachbook.contracts.booking.BookingRejected;
import org.coachbook.contracts.booking.ClientNoShow;
import org.coachbook.contracts.booking.ExpiryReason;
import org.jspecify.annotations.Nullable;

/** The ways in which a booking ends, and what is given back then. */
final class Ending {
    private final Draft d;
    private final Undoing undoing;

    Ending(Draft draft) {
        this.d = draft;
        this.undoing = new Undoing(draft);
    }

    /** The calendar would not give the time; nothing was taken, nobody is told but the client who waits. */
    void slotRefused(Rejection rejection) {
        d.undos.remove(Undo.RELEASE_SLOT);
        reject(rejection, null);
    }

    void rejected(RejectionReason reason, @Nullable String note) {
        reject(Rejection.of(reason), note);
    }

    private void reject(Rejection rejection, @Nullable String note) {
        d.rejection = rejection;
        String reason = rejection.reason().wireName();
        giveUp(BookingStatus.REJECTED, Party.SYSTEM, "reject", note == null ? reason : reason + ": " + note);
    }

    void expired(@Nullable ExpiryReason reason, String note) {
        d.expiry = reason;
        Announcement expired = (booking, coach, client, type, start, end, status, sequence) ->
                new BookingExpired(booking, coach, client, type, start, end, status, sequence, reason);
        giveUp(BookingStatus.EXPIRED, Party.SYSTEM, "expire", note, expired);
    }

    /** Too few take part: the calendar has given the seat up already. */
    void minimumNotReached() {
        expired(ExpiryReason.MINIMUM_NOT_REACHED, "too few attendees");
    }

    void declined(Party by, @Nullable String message) {
        giveUp(BookingStatus.DECLINED, by, "decline", message);
    }

    /**
     * Cancels: a booked session gives back what the policy says, anything before it gives everything back.
     *
     * @param askedAt when the party was told what it gets
     */
    void cancelled(Party by, @Nullable String reason, Instant askedAt) {
        if (d.status.isBooked()) {
            CancellationPreview preview = CancellationPolicy.preview(d.before, by, askedAt);
            refund(preview.refund());
            keepDiscountUsed(preview);
        }
        giveUp(by.cancelled(), by, "cancel", reason);
    }

    /** An operator ends it: everything is given back. */
    void compensated() {
        if (d.status.isBooked()) {
            refund(d.payment.refundable());
            giveUp(BookingStatus.CANCELLED_BY_COACH, Party.SYSTEM, "compensate", "ended by an operator");
        } else {
            expired(null, "ended by an operator");
        }
    }

    /** Goes on after a reply, unless a party wished for an end meanwhile. */
    void unlessWished(Runnable forward) {
        if (d.wish == null) {
            forward.run();
        } else {
            fulfil(d.wish);
        }
    }

    /** Does what a party wished for while a command was out. */
    void fulfil(Wish wish) {
        if (wish.ending() == BookingStatus.DECLINED) {
            declined(wish.by(), wish.note());
        } else {
            cancelled(wish.by(), wish.note(), wish.at() == null ? d.now : wish.at());
        }
    }

    /** The session is over. */
    void tookPlace(Party by) {
        d.to(BookingStatus.COMPLETED, by, "complete", null);
        over();
        d.announce(BookingCompleted::new);
    }

    void clientDidNotCome() {
        d.to(BookingStatus.NO_SHOW, Party.COACH, "no_show", null);
        over();
        d.announce(ClientNoShow::new);
    }

    private void over() {
        if (d.proposal != null && d.proposal.isOpen()) {
            undoing.releaseBesides();
            d.proposal = d.proposal.closed(d.now);
        }
        d.undos.clear();
        d.enter(Step.ENDED, null);
    }

    private void giveUp(BookingStatus ending, Party by, String action, @Nullable String note) {
        giveUp(ending, by, action, note, announcementOf(ending));
    }

    private void giveUp(BookingStatus ending, Party by, String action, @Nullable String note, Announcement told) {
        boolean known = d.wasAnnounced();
        d.to(ending, by, action, note);
        d.deadline = null;
        d.wish = null;
        d.enter(Step.ENDED, null);
        d.undos.forEach(undoing::undo);
        d.undos.clear();
        if (known) {
            d.announce(told);
        }
    }

    private static Announcement announcementOf(BookingStatus ending) {
        return switch (ending) {
            case REJECTED -> BookingRejected::new;
            case DECLINED -> BookingDeclined::new;
            default -> BookingCancelled::new;
        };
    }

    /** Takes back what a registered undo stands for; its answer is owed from now on. */
    void undo(Undo undo) {
        undoing.undo(undo);
    }

    /** Gives offered times back. */
    void releaseOffered(List<Proposal.Time> times) {
        undoing.releaseOffered(times);
    }

    private void keepDiscountUsed(CancellationPreview preview) {
        if (Boolean.FALSE.equals(preview.discountReturned())) {
            d.undos.remove(Undo.RETURN_DISCOUNTS);
        }
    }

    private void refund(long amount) {
        d.refundDue = amount;
        if (amount > 0) {
            d.register(Undo.REFUND_PAYMENT);
        }
    }
}
