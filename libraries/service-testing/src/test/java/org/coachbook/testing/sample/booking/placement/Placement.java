package org.coachbook.testing.sample.booking.placement;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** A core class that uses a collection, which is wrong twice. */
public record Placement(MongoCollection<Document> bookings) {}
