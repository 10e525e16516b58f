package org.coachbook.payment.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.coachbook.contracts.payment.event.DisputeClosed;
import org.coachbook.contracts.payment.event.PaymentAuthorized;
import org.coachbook.contracts.payment.event.PaymentCancelled;
import org.coachbook.contracts.payment.event.PaymentCompleted;
import org.coachbook.contracts.payment.event.PaymentFailed;
import org.coachbook.contracts.payment.event.PaymentRefundFailed;
import org.coachbook.contracts.payment.event.PaymentRefunded;
import org.jspecify.annotations.Nullable;

/** What everybody learns, and the booking process unasked, from the difference between two states of a payment. */
final class Announcements {
    private final Payment before;
    private final Payment after;
    private final List<Record> said;
    private final List<Outgoing> messages = new ArrayList<>();

    private Announcements(Payment before, Payment after, List<Outgoing.Say> replies) {
        this.before = before;
        this.after = after;
        this.said = replies.stream().map(Outgoing.Say::payload).toList();
    }

    static List<Outgoing> of(Payment before, Payment after, List<Outgoing.Say> replies) {
        Announcements announcements = new Announcements(before, after, replies);
        Terms terms = after.terms();
        Intent intent = after.facts().intent();
        if (terms != null) {
            if (intent != null) {
                announcements.ofIntent(terms, intent);
                announcements.ofDecline(terms, intent);
            }
            announcements.ofEnd(terms);
            announcements.ofRefunds(terms);
            announcements.ofDisputes(terms);
        }
        return announcements.messages;
    }

    private void ofIntent(Terms terms, Intent intent) {
        boolean wanted = !after.aimsAt(Goal.GIVE_UP);
        if (became(IntentState.AUTHORIZED) && wanted) {
            reply(Answers.authorized(after, intent));
            event(new PaymentAuthorized(
                    after.id(), after.bookingId(), terms.coachId(), terms.amount(), terms.currency(), terms.purpose()));
        }
        if (became(IntentState.CAPTURED)) {
            if (wanted) {
                reply(Answers.captured(after));
            }
            event(new PaymentCompleted(
                    after.id(),
                    after.bookingId(),
                    terms.coachId(),
                    intent.captured(),
                    terms.currency(),
                    terms.purpose()));
        }
    }

    private void ofDecline(Terms terms, Intent intent) {
        boolean wanted = !after.aimsAt(Goal.GIVE_UP);
        Decline decline = intent.decline();
        if (decline != null && wanted && intent.state() == IntentState.UNPAID && !decline.equals(declineBefore())) {
            reply(new org.coachbook.contracts.payment.reply.PaymentFailed(
                    after.id(), after.bookingId(), decline.code()));
            event(new PaymentFailed(
                    after.id(), after.bookingId(), terms.coachId(), terms.amount(), terms.currency(), terms.purpose()));
        }
    }

    /** Also when it was given up before anybody knew what it was to be: then its end is news now. */
    private void ofEnd(Terms terms) {
        boolean wasGivenUp = before.status() == PaymentStatus.CANCELLED && before.terms() != null;
        boolean givenUp = after.status() == PaymentStatus.CANCELLED && !wasGivenUp;
        if (givenUp) {
            reply(new org.coachbook.contracts.payment.reply.PaymentCancelled(after.id(), after.bookingId(), 0));
        }
        String impossible = after.facts().impossible();
        if (givenUp || (impossible != null && before.facts().impossible() == null)) {
            event(new PaymentCancelled(
                    after.id(),
                    after.bookingId(),
                    terms.coachId(),
                    terms.amount(),
                    terms.currency(),
                    terms.purpose(),
                    impossible));
        }
    }

    private void ofRefunds(Terms terms) {
        newly(r -> r.state().made())
                .forEach(r -> event(new PaymentRefunded(
                        after.id(),
                        after.bookingId(),
                        terms.coachId(),
                        r.amount(),
                        terms.currency(),
                        terms.purpose())));
        newly(r -> r.state().made())
                .filter(Refund::isMadeAtStripe)
                .forEach(r -> reply(Answers.refunded(after, r, r.amount())));
        newly(r -> r.state() == RefundState.FAILED).forEach(r -> reply(Answers.refundFailed(after, r)));
        newly(r -> r.state() == RefundState.FAILED)
                .filter(r -> wasAnnounced(r.refundId()))
                .forEach(r -> event(new PaymentRefundFailed(
                        after.id(),
                        after.bookingId(),
                        terms.coachId(),
                        r.amount(),
                        terms.currency(),
                        terms.purpose())));
    }

    private void ofDisputes(Terms terms) {
        after.facts().disputes().stream()
                .filter(Dispute::isOver)
                .filter(dispute -> !before.facts().disputes().contains(dispute))
                .forEach(dispute -> event(new DisputeClosed(
                        after.id(),
                        after.bookingId(),
                        terms.coachId(),
                        dispute.amount(),
                        terms.currency(),
                        terms.purpose(),
                        dispute.state() == Dispute.State.LOST)));
    }

    /** A refund is announced when it is made, which is before it is known to arrive. */
    private boolean wasAnnounced(String refundId) {
        return before.facts().refund(refundId).filter(r -> r.state().made()).isPresent();
    }

    private Stream<Refund> newly(Predicate<Refund> reached) {
        return after.facts().refunds().stream()
                .filter(reached)
                .filter(r -> before.facts().refund(r.refundId()).filter(reached).isEmpty());
    }

    private boolean became(IntentState state) {
        return after.facts().is(state) && !before.facts().is(state);
    }

    private @Nullable Decline declineBefore() {
        Intent intent = before.facts().intent();
        return intent == null ? null : intent.decline();
    }

    private void event(Record payload) {
        messages.add(new Outgoing.Say(payload, null));
    }

    /** Unless the same was just said as an answer. */
    private void reply(Record payload) {
        boolean told = said.stream().anyMatch(s -> Objects.equals(s.getClass(), payload.getClass()));
        if (!told) {
            messages.add(new Outgoing.Say(payload, null));
        }
    }
}
