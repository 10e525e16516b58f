package org.coachbook.availability.guard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.coachbook.chassis.outbox.OutboxMessage;

/**
 * The write that decides whether a session takes place whose time to decide has come: the decision, what becomes of its
 * seats, and what each of them is told. Of one that was decided before, it tells the seats that were not told yet.
 */
record DecisionUpdate(CalendarWeek week, Gathering gathering, boolean going, Instant now) implements WeekUpdate {
    static DecisionUpdate of(CalendarWeek week, Gathering gathering, Instant now) {
        return new DecisionUpdate(week, gathering, gathering.takesPlaceWith(0), now);
    }

    @Override
    public Document in(String weekId, boolean home) {
        Document filter = new Document("_id", weekId);
        if (home) {
            filter.putAll(going ? gathering.asRead() : gathering.exactlyAsRead());
        }
        return filter;
    }

    @Override
    public List<Document> pipeline(boolean home) {
        Document told = Expressions.appended(home ? messages().size() : 0);
        if (!going) {
            Document fields = gathering.offFields(home);
            fields.putAll(told);
            return List.of(Expressions.set(fields));
        }
        return told.isEmpty()
                ? List.of(gathering.goingStage())
                : List.of(Expressions.set(told), gathering.goingStage());
    }

    @Override
    public Document variables() {
        Document variables = gathering.variables(going, now).append("now", now);
        variables.putAll(Expressions.messageVariables(messages()));
        return variables;
    }

    @Override
    public List<OutboxMessage> messages() {
        String coachId = week.coachId();
        if (going) {
            return gathering.paid().stream()
                    .filter(SessionMessages::concern)
                    .filter(seat -> seat.seat() != null && seat.seat().minimum() != null)
                    .map(seat -> SessionMessages.going(coachId, seat))
                    .toList();
        }
        List<OutboxMessage> messages =
                new ArrayList<>(Stream.concat(gathering.seats().stream(), gathering.lapsed().stream())
                        .filter(SessionMessages::concern)
                        .map(seat -> SessionMessages.off(coachId, seat))
                        .toList());
        messages.add(SessionMessages.freed(week, gathering.seats().getFirst()));
        return messages;
    }
}
