package org.coachbook.pricing.redemption;

import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** How the documents of what can be redeemed change: the part of an update that counts a use or gives it back. */
public final class RedeemableDocuments {
    /** More than come back while commands are kept. */
    private static final int MOST_RETURNED = 5_000;

    private RedeemableDocuments() {}

    /** One use more. */
    public static Bson use(Use use) {
        return Updates.push("uses", use);
    }

    /** One use less, if there was one, and a tombstone that keeps it from coming. */
    public static Bson giveBack(Use use) {
        return Updates.combine(
                Updates.pull("uses", new Document("id", use.id())),
                Updates.pushEach("returned", List.of(use), new PushOptions().slice(-MOST_RETURNED)));
    }
}
