package org.coachbook.pricing.rates;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A version of a rate card as it is stored; it is never changed.
 *
 * @param id {@code coachId:version}, so that of two writers of a version one is refused
 */
public record RateCardDocument(@BsonId String id, String coachId, long version, Instant createdAt, RateCardBody card) {
    static RateCardDocument of(String coachId, long version, Instant createdAt, RateCardBody card) {
        return new RateCardDocument(idOf(coachId, version), coachId, version, createdAt, card);
    }

    static String idOf(String coachId, long version) {
        return coachId + ":" + version;
    }
}
