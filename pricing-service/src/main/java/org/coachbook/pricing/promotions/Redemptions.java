package org.coachbook.pricing.promotions;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.pricing.DiscountRefusal;
import org.coachbook.contracts.pricing.DiscountRefused;
import org.coachbook.contracts.pricing.DiscountsRedeemed;
import org.coachbook.contracts.pricing.DiscountsReturned;
import org.coachbook.contracts.pricing.RedeemDiscounts;
import org.coachbook.contracts.pricing.ReturnDiscounts;
import org.coachbook.pricing.promotions.Promotion.Use;

/**
 * Uses promotions for bookings and takes uses back, each once however often it is asked. What changes a promotion is
 * answered by that write; a refusal or a repeat changes nothing, so its answer is for the caller to send.
 */
@Singleton
class Redemptions {
    private static final int TRIES = 300;

    private final PromotionRepository promotions;
    private final Clock clock;

    Redemptions(PromotionRepository promotions, Clock clock) {
        this.promotions = promotions;
        this.clock = clock;
    }

    /** The answer to send, or nothing when the promotion's own write sends it. */
    Optional<OutboxMessage> redeem(RedeemDiscounts command, String commandId) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Promotion> known = promotions
                    .find(command.discountId())
                    .filter(promotion -> promotion.coachId().equals(command.coachId()));
            if (known.isEmpty()) {
                return Optional.of(refused(command, commandId, DiscountRefusal.UNKNOWN, 1));
            }
            Promotion promotion = known.get();
            Optional<OutboxMessage> answer = answered(promotion, command, commandId);
            Use use = new Use(command.redemptionId(), command.clientId(), clock.instant());
            if (answer.isPresent()
                    || promotions.use(promotion, use, sequence -> redeemed(command, commandId, sequence))) {
                return answer;
            }
        }
        throw Problem.tryAgain().asException();
    }

    private Optional<OutboxMessage> answered(Promotion promotion, RedeemDiscounts command, String commandId) {
        if (promotion.hasUsed(command.redemptionId())) {
            return Optional.of(redeemed(command, commandId, promotion.sequence()));
        }
        DiscountRefusal refusal = promotion.hasReturned(command.redemptionId())
                ? DiscountRefusal.RETURNED
                : promotion.exhausted(command.clientId());
        return Optional.ofNullable(refusal).map(r -> refused(command, commandId, r, promotion.sequence()));
    }

    /** The answer to send, or nothing when the promotion's own write sends it. */
    Optional<OutboxMessage> giveBack(ReturnDiscounts command, String commandId) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Promotion> known = promotions.find(command.discountId());
            if (known.isEmpty() || known.get().hasReturned(command.redemptionId())) {
                return Optional.of(returned(
                        command, commandId, known.map(Promotion::sequence).orElse(1L)));
            }
            Use use = new Use(command.redemptionId(), "", clock.instant());
            if (promotions.giveBack(known.get(), use, sequence -> returned(command, commandId, sequence))) {
                return Optional.empty();
            }
        }
        throw Problem.tryAgain().asException();
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
