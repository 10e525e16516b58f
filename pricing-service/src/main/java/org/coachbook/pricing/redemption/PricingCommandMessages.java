package org.coachbook.pricing.redemption;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.coachbook.chassis.messaging.IncomingMessage;
import org.coachbook.chassis.messaging.MessagePublisher;
import org.coachbook.chassis.messaging.Subscription;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.Topics;
import org.coachbook.contracts.pricing.RedeemDiscounts;
import org.coachbook.contracts.pricing.ReturnDiscounts;

/** Commands to use discounts and to give them back, in the order of each promotion or package. */
@ApplicationScoped
class PricingCommandMessages implements Subscription {
    private final Redemptions redemptions;
    private final MessagePublisher publisher;

    PricingCommandMessages(Redemptions redemptions, MessagePublisher publisher) {
        this.redemptions = redemptions;
        this.publisher = publisher;
    }

    @Override
    public String group() {
        return "pricing-service.commands";
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.PRICING_COMMANDS);
    }

    @Override
    public void handle(IncomingMessage message) {
        Optional<OutboxMessage> reply =
                switch (message.type()) {
                    case "pricing.redeem-discounts.v1" ->
                        redemptions.redeem(message.as(RedeemDiscounts.class), message.id());
                    case "pricing.return-discounts.v1" ->
                        redemptions.giveBack(message.as(ReturnDiscounts.class), message.id());
                    default -> Optional.empty();
                };
        reply.ifPresent(this::send);
    }

    private void send(OutboxMessage reply) {
        try {
            publisher.publish(reply).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
