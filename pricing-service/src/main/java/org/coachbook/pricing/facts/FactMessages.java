package org.coachbook.pricing.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.coachbook.chassis.messaging.IncomingMessage;
import org.coachbook.chassis.messaging.Subscription;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.coachbook.contracts.account.ConnectionChanged;
import org.coachbook.contracts.availability.ScheduleChanged;
import org.coachbook.contracts.availability.SessionTypeChanged;

/** Listens to the compacted topics; replicas share the work and the copy that comes of it. */
@ApplicationScoped
class FactMessages implements Subscription {
    private static final String SESSION_TYPE = typeOf(SessionTypeChanged.class);
    private static final String SCHEDULE = typeOf(ScheduleChanged.class);
    private static final String CONNECTION = typeOf(ConnectionChanged.class);

    private final KnownFacts facts;

    FactMessages(KnownFacts facts) {
        this.facts = facts;
    }

    @Override
    public String group() {
        return "pricing-service.facts";
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.SESSION_TYPE_CHANGES, Topics.SCHEDULE_CHANGES, Topics.CONNECTION_CHANGES);
    }

    @Override
    public void handle(IncomingMessage message) {
        if (SESSION_TYPE.equals(message.type())) {
            facts.learn(message.as(SessionTypeChanged.class), message.sequence());
        } else if (SCHEDULE.equals(message.type())) {
            facts.learn(message.as(ScheduleChanged.class), message.sequence());
        } else if (CONNECTION.equals(message.type())) {
            facts.learn(message.as(ConnectionChanged.class), message.sequence());
        }
    }

    private static String typeOf(Class<? extends Record> message) {
        return message.getAnnotation(Contract.class).type();
    }
}
