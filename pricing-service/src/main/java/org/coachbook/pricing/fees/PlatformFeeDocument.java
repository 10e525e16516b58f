package org.coachbook.pricing.fees;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed with a coach about the platform fee.
 *
 * @param changes the latest last; what it says applies
 */
public record PlatformFeeDocument(@BsonId String coachId, List<Change> changes) {
    /**
     * One agreement.
     *
     * @param percent a decimal as text, 0 to 100; null for the usual percentage
     * @param changedBy the administrator
     */
    public record Change(@Nullable String percent, String changedBy, Instant changedAt) {}
}
