package org.coachbook.pricing.redemption;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.messaging.PoisonMessage;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.pricing.DiscountKind;
import org.coachbook.contracts.pricing.DiscountRefusal;
import org.coachbook.contracts.pricing.DiscountRefused;
import org.coachbook.contracts.pricing.DiscountsRedeemed;
import org.coachbook.contracts.pricing.DiscountsReturned;
import org.coachbook.contracts.pricing.RedeemDiscounts;
import org.coachbook.contracts.pricing.ReturnDiscounts;

/**
 * Uses promotions and packages for bookings and takes uses back, each once however often it is asked. What changes one is
 * answered by that write; a refusal or a repeat changes nothing, so its answer is for the caller to send.
 */
@Singleton
class Redemptions {
    private static final int TRIES = 300;

    private final Map<DiscountKind, Redeemables<?>> kinds;
    private final Clock clock;

    Redemptions(@All List<Redeemables<?>> kinds, Clock clock) {
        this.kinds = kinds.stream().collect(Collectors.toMap(Redeemables::kind, Function.identity()));
        this.clock = clock;
    }

    /** The answer to send, or nothing when the write that counts the use sends it. */
    Optional<OutboxMessage> redeem(RedeemDiscounts command, String commandId) {
        return redeem(kept(command.kind()), command, commandId);
    }

    private <T extends Redeemable> Optional<OutboxMessage> redeem(
            Redeemables<T> kept, RedeemDiscounts command, String commandId) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<T> known =
                    kept.find(command.discountId()).filter(one -> one.coachId().equals(command.coachId()));
            if (known.isEmpty()) {
                return Optional.of(refused(command, commandId, DiscountRefusal.UNKNOWN, 1));
            }
            Optional<OutboxMessage> answer = answered(known.get(), command, commandId, clock.instant());
            Use use = new Use(command.redemptionId(), command.clientId(), clock.instant());
            if (answer.isPresent() || kept.use(known.get(), use, sequence -> redeemed(command, commandId, sequence))) {
                return answer;
            }
        }
        throw Problem.tryAgain().asException();
    }

    private static Optional<OutboxMessage> answered(
            Redeemable known, RedeemDiscounts command, String commandId, Instant now) {
        if (known.hasUsed(command.redemptionId())) {
            return Optional.of(redeemed(command, commandId, known.sequence()));
        }
        DiscountRefusal refusal = known.hasReturned(command.redemptionId())
                ? DiscountRefusal.RETURNED
                : known.exhausted(command.clientId(), now);
        return Optional.ofNullable(refusal).map(r -> refused(command, commandId, r, known.sequence()));
    }

    /** The answer to send, or nothing when the write that takes the use back sends it. */
    Optional<OutboxMessage> giveBack(ReturnDiscounts command, String commandId) {
        return giveBack(kept(command.kind()), command, commandId);
    }

    private <T extends Redeemable> Optional<OutboxMessage> giveBack(
            Redeemables<T> kept, ReturnDiscounts command, String commandId) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<T> known = kept.find(command.discountId());
            if (known.isEmpty() || known.get().hasReturned(command.redemptionId())) {
                return Optional.of(returned(
                        command, commandId, known.map(Redeemable::sequence).orElse(1L)));
            }
            Use use = new Use(command.redemptionId(), "", clock.instant());
            boolean byClient = Boolean.TRUE.equals(command.byClient());
            if (kept.giveBack(known.get(), use, byClient, sequence -> returned(command, commandId, sequence))) {
                return Optional.empty();
            }
        }
        throw Problem.tryAgain().asException();
    }

    private Redeemables<?> kept(DiscountKind kind) {
        return Optional.<Redeemables<?>>ofNullable(kinds.get(kind))
                .orElseThrow(() -> new PoisonMessage("Nothing of the kind " + kind + " can be redeemed"));
    }

    private static OutboxMessage redeemed(RedeemDiscounts c, String commandId, long sequence) {
        var reply = new DiscountsRedeemed(c.redemptionId(), c.bookingId(), c.discountId());
        return message(reply, c.bookingId(), c.redemptionId(), commandId, sequence);
    }

    private static OutboxMessage refused(RedeemDiscounts c, String commandId, DiscountRefusal reason, long sequence) {
        var reply = new DiscountRefused(c.redemptionId(), c.bookingId(), c.discountId(), reason);
        return message(reply, c.bookingId(), c.redemptionId(), commandId, sequence);
    }

    private static OutboxMessage returned(ReturnDiscounts c, String commandId, long sequence) {
        var reply = new DiscountsReturned(c.redemptionId(), c.bookingId(), c.discountId());
        return message(reply, c.bookingId(), c.redemptionId(), commandId, sequence);
    }

    private static OutboxMessage message(
            Record reply, String bookingId, String redemptionId, String commandId, long sequence) {
        return OutboxMessage.of(reply, commandId + ":reply", bookingId, redemptionId, sequence)
                .inReplyTo(commandId);
    }
}
