package org.coachbook.pricing.fees;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A coach's own percentage.
 *
 * @param percent a decimal as text, 0 to 100
 * @param changedBy the administrator
 */
public record PlatformFeeDocument(@BsonId String coachId, String percent, String changedBy, Instant changedAt) {}
