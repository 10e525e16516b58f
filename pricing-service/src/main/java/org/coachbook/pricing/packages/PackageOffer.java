package org.coachbook.pricing.packages;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A package that a coach sells.
 *
 * @param version of the terms, counts from 1
 */
public record PackageOffer(@BsonId String id, String coachId, PackageTerms terms, long version, Instant createdAt) {}
