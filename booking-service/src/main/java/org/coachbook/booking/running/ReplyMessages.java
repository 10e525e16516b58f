package org.coachbook.booking.running;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.coachbook.chassis.messaging.IncomingMessage;
import org.coachbook.chassis.messaging.Subscription;
import org.coachbook.contracts.Topics;

/** What the calendar and the payment answer, keyed by booking. */
@ApplicationScoped
class ReplyMessages implements Subscription {
    private final SagaRunner runner;

    ReplyMessages(SagaRunner runner) {
        this.runner = runner;
    }

    @Override
    public String group() {
        return "booking-service";
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.BOOKING_REPLIES);
    }

    @Override
    public void handle(IncomingMessage message) {
        Replies.kindOf(message.type())
                .ifPresent(kind -> runner.answered(message.key(), ReceivedReply.of(message, kind)));
    }
}
