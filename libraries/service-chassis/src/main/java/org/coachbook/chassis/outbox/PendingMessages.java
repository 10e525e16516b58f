package org.coachbook.chassis.outbox;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/** A document as the outbox sees it; public because the driver's record codec needs to read it. */
public record PendingMessages(@BsonId String id, List<OutboxMessage> outbox) {}
