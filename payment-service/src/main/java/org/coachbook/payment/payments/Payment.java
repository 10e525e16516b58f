package org.coachbook.payment.payments;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.contracts.payment.PaymentPurpose;
import org.jspecify.annotations.Nullable;

/**
 * A payment: one document, changed by one conditional write at a time.
 *
 * @param id the payment's id; a booking's payment has the booking's
 * @param bookingId what is paid for: a booking, or the purchase of a package
 * @param terms null when it was given up before it was asked for
 * @param since when we first heard of it
 * @param version rises with each write
 * @param sequence number of the last message sent about it
 */
public record Payment(
        @BsonId String id,
        String bookingId,
        @Nullable Terms terms,
        Facts facts,
        Work work,
        Conversation conversation,
        Instant since,
        long version,
        long sequence) {
    /** A payment nobody has heard of. */
    public static Payment unknown(String id, String bookingId, Instant now) {
        return new Payment(id, bookingId, null, Facts.NONE, Work.NONE, Conversation.NONE, now, 0, 0);
    }

    /** Where it stands. */
    public PaymentStatus status() {
        return PaymentStatus.of(this);
    }

    /** Whether it pays for prepaid sessions, not for a booking. */
    public boolean isForPackage() {
        return terms != null && terms.purpose() == PaymentPurpose.PACKAGE;
    }

    /** Whether this is what we are asked to bring about. */
    public boolean aimsAt(Goal goal) {
        return work.goal() == goal;
    }

    /** Whether nothing is owed, and nothing can be owed any more. */
    public boolean over() {
        Intent intent = facts.intent();
        if (facts.impossible() != null) {
            return true;
        }
        if (intent == null) {
            return work.call() == null && aimsAt(Goal.GIVE_UP);
        }
        boolean givenBack = intent.state() == IntentState.CAPTURED && aimsAt(Goal.GIVE_UP) && facts.left() == 0;
        return givenBack || intent.state() == IntentState.CANCELLED;
    }

    /** Whether the client can, or could try to, pay. */
    boolean payable() {
        return facts.is(IntentState.UNPAID) && !aimsAt(Goal.GIVE_UP);
    }

    Payment with(Terms newTerms) {
        return new Payment(id, bookingId, newTerms, facts, work, conversation, since, version, sequence);
    }

    Payment with(Facts newFacts) {
        return new Payment(id, bookingId, terms, newFacts, work, conversation, since, version, sequence);
    }

    Payment with(Work newWork) {
        return new Payment(id, bookingId, terms, facts, newWork, conversation, since, version, sequence);
    }

    Payment with(Conversation newConversation) {
        return new Payment(id, bookingId, terms, facts, work, newConversation, since, version, sequence);
    }

    /** As the next write stores it. */
    Payment written(int messages) {
        return new Payment(id, bookingId, terms, facts, work, conversation, since, version + 1, sequence + messages);
    }
}
