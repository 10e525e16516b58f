package org.coachbook.availability.guard;

import java.util.List;
import org.bson.Document;
import org.coachbook.chassis.outbox.OutboxMessage;

/** A conditional write to the week of a start and, where what it is about reaches into a second week, to that one. */
interface WeekUpdate {
    /** The condition; {@code home} is the week of the start. */
    Document in(String weekId, boolean home);

    /** The pipeline; the messages are announced by the week of the start. */
    List<Document> pipeline(boolean home);

    /** The variables of both. */
    Document variables();

    /** What the week of the start announces. */
    List<OutboxMessage> messages();
}
