package org.coachbook.pricing;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;

/** Documents of which a unique index lets there be one. */
public final class UniqueDocuments {
    private UniqueDocuments() {}

    /** Whether it was written; false when there is one already. */
    public static boolean written(Runnable write) {
        try {
            write.run();
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
