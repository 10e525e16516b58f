package org.coachbook.booking.process;

import java.util.List;
import org.coachbook.contracts.pricing.RedeemableDiscount;

/** Gives back what a booking was given: its times, its discount, its money. */
final class Undoing {
    private final Draft d;
    private final Commands commands;

    Undoing(Draft draft) {
        this.d = draft;
        this.commands = new Commands(draft.before);
    }

    /** Takes back what a registered undo stands for; its answer is owed from now on. */
    void undo(Undo undo) {
        switch (undo) {
            case RELEASE_SLOT -> releaseSlot();
            case RETURN_DISCOUNTS -> returnDiscounts();
            case CANCEL_PAYMENT -> cancelPayment();
            case REFUND_PAYMENT -> sendRefund();
        }
    }

    /** The booking's own time comes last: commands are answered in order, so its answer stands for all. */
    private void releaseSlot() {
        d.owes(Undo.RELEASE_SLOT);
        releaseBesides();
        d.send(d.order().coachId(), commands.releaseSlot(d.slot));
    }

    /** Gives back the times that the calendar keeps beside the booking's own. */
    void releaseBesides() {
        if (d.proposal != null) {
            releaseOffered(d.proposal.keptBeside(d.slot));
        }
    }

    /** Gives offered times back; what was refused, too, or a late repeat of the offer could still keep it. */
    void releaseOffered(List<Proposal.Time> times) {
        times.forEach(time -> d.send(d.order().coachId(), commands.releaseSlot(d.slot.at(time))));
    }

    private void returnDiscounts() {
        RedeemableDiscount discount = d.order().redeems();
        if (discount != null) {
            d.owes(Undo.RETURN_DISCOUNTS);
            d.send(discount.id(), commands.giveBack(discount, d.status == BookingStatus.CANCELLED_BY_CLIENT));
        }
    }

    private void cancelPayment() {
        d.owes(Undo.CANCEL_PAYMENT);
        d.send(d.before.id(), commands.cancelPayment(false));
    }

    private void sendRefund() {
        d.owes(Undo.REFUND_PAYMENT);
        d.send(d.before.id(), commands.refundPayment(d.refundDue, d.status.wireName()));
    }
}
