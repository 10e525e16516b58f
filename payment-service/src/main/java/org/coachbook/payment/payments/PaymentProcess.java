package org.coachbook.payment.payments;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What follows when something happens to a payment. A pure function: no clock, no Stripe, no database. */
public final class PaymentProcess {
    private PaymentProcess() {}

    /** Decides; a command that was answered before is answered alike, without acting again. */
    public static Decision decide(Payment before, PaymentInput input, Instant now) {
        Decision decision = input instanceof PaymentInput.Command command
                ? onCommand(before, command, now)
                : act(before, input, now);
        return decision.after().isForPackage() ? decision.withoutReplies() : decision;
    }

    private static Decision onCommand(Payment before, PaymentInput.Command command, Instant now) {
        if (before.conversation().isOpen(command.commandId())) {
            return new Decision(before, List.of());
        }
        return before.conversation()
                .answerTo(command.commandId())
                .map(given -> new Decision(before, List.of(new Outgoing.Repeat(given))))
                .orElseGet(() -> act(before, command, now));
    }

    private static Decision act(Payment before, PaymentInput input, Instant now) {
        Payment informed = Intake.of(before, input, now);
        Payment noted =
                moneyMoved(before, informed) ? informed.with(informed.work().readAgain()) : informed;
        Payment started = NextCall.scheduled(Goals.settled(noted), now);
        List<Outgoing.Say> replies = Answers.to(started);
        Payment answered = started.with(started.conversation().answered(given(replies)));
        List<Outgoing> messages = Stream.<Outgoing>concat(
                        replies.stream(), Announcements.of(before, answered, replies).stream())
                .toList();
        Payment after = answered.with(answered.work().checkAt(Checks.next(answered, input, now)));
        return new Decision(after.equals(before) ? before : after, messages);
    }

    private static boolean moneyMoved(Payment before, Payment after) {
        boolean captured =
                after.facts().is(IntentState.CAPTURED) && !before.facts().is(IntentState.CAPTURED);
        return captured
                || !after.facts().refundsAtStripe().equals(before.facts().refundsAtStripe());
    }

    private static List<Answer> given(List<Outgoing.Say> replies) {
        return replies.stream()
                .filter(r -> r.inReplyTo() != null)
                .map(r -> Answer.of(String.valueOf(r.inReplyTo()), r.payload()))
                .toList();
    }
}
