package org.coachbook.testing.sample.booking.placement;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** May use a collection. */
public record PlacementRepository(MongoCollection<Document> bookings) {}
