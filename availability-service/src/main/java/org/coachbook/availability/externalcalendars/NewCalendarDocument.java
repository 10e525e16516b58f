package org.coachbook.availability.externalcalendars;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWrapper;
import org.bson.codecs.configuration.CodecRegistry;
import org.coachbook.chassis.outbox.Outbox;
import org.coachbook.chassis.outbox.OutboxMessage;

/** A new calendar as it is stored, with what is announced of it in its outbox. */
final class NewCalendarDocument {
    private NewCalendarDocument() {}

    static BsonDocument of(ExternalCalendar calendar, List<OutboxMessage> facts, CodecRegistry codecs) {
        BsonDocument stored = BsonDocumentWrapper.asBsonDocument(calendar, codecs);
        if (!facts.isEmpty()) {
            List<BsonDocument> messages = facts.stream()
                    .map(fact -> BsonDocumentWrapper.asBsonDocument(fact, codecs))
                    .toList();
            stored.put(Outbox.FIELD, new BsonArray(messages));
            stored.put(
                    Outbox.PENDING_SINCE, new BsonDateTime(calendar.checkedAt().toEpochMilli()));
        }
        return stored;
    }
}
