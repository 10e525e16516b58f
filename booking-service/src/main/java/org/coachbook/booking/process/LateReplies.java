package org.coachbook.booking.process;

/**
 * Replies that come when the way is over. A dead booking is never revived: a slot that was reserved all the same is
 * released, money that came all the same is given back, and the history says so.
 */
final class LateReplies {
    private final Draft d;
    private final Ending ending;

    LateReplies(Draft draft, Ending ending) {
        this.d = draft;
        this.ending = ending;
    }

    void apply(Reply reply) {
        settleWhatIsOwed(reply);
        if (d.status.isDead()) {
            giveBackWhatCameLate(reply);
        }
    }

    private void settleWhatIsOwed(Reply reply) {
        switch (reply) {
            case Reply.Released _, Reply.Refused _ -> d.owed.remove(Undo.RELEASE_SLOT);
            case Reply.Returned _ -> d.owed.remove(Undo.RETURN_DISCOUNTS);
            case Reply.Cancelled _, Reply.Impossible _ -> d.owed.remove(Undo.CANCEL_PAYMENT);
            case Reply.Refunded r when isOwed(r) -> d.owed.remove(Undo.REFUND_PAYMENT);
            case Reply.RefundRefused r ->
                d.note(Party.SYSTEM, "refund_failed", r.payment().reason());
            default -> {}
        }
    }

    /** Ours; or, where ours failed, what an operator has given back at Stripe itself instead. */
    private boolean isOwed(Reply.Refunded reply) {
        return reply.payment().refundId().equals(Commands.refundId(d.before))
                || d.before.progress().payment().status() == PaymentStatus.REFUND_FAILED;
    }

    private void giveBackWhatCameLate(Reply reply) {
        boolean takenBefore = d.before.progress().payment().captured() > 0;
        switch (reply) {
            case Reply.Reserved _, Reply.Confirmed _ -> releaseLate();
            // the end gave the offered times back, after the offer: this tells of how it was before
            case Reply.Held _ when d.owed.contains(Undo.RELEASE_SLOT) -> {}
            case Reply.Held _ -> releaseLate();
            case Reply.Authorized _, Reply.Captured _ -> giveBack(takenBefore);
            case Reply.Prepared _ -> giveBack(takenBefore || d.owed.contains(Undo.CANCEL_PAYMENT));
            default -> {}
        }
    }

    private void releaseLate() {
        d.note(Party.SYSTEM, "release_late_slot", "the time was reserved after the booking had ended");
        ending.undo(Undo.RELEASE_SLOT);
    }

    private void giveBack(boolean decidedBefore) {
        if (!decidedBefore) {
            d.note(Party.SYSTEM, "return_late_payment", "the payment came after the booking had ended");
            ending.undo(Undo.CANCEL_PAYMENT);
        }
    }
}
