package org.coachbook.testing.sample.wellmade.placement;

import com.mongodb.client.MongoCollection;
import jakarta.inject.Singleton;
import org.bson.Document;

/** An edge class. */
@Singleton
public record QuoteRepository(MongoCollection<Document> quotes) {}
