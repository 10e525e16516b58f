package org.coachbook.notification.parties;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.notification.InsertOnceRepository;
import org.jboss.logging.Logger;

/** The collection {@code bookings}, by booking id. */
@Startup
@ApplicationScoped
class KnownBookingRepository {
    private static final Logger LOG = Logger.getLogger(KnownBookingRepository.class);

    private final MongoCollection<KnownBooking> bookings;

    KnownBookingRepository(Database database) {
        this.bookings = database.collection("bookings", KnownBooking.class);
        bookings.createIndex(Indexes.ascending("clientRef"));
    }

    Optional<KnownBooking> find(String bookingId) {
        return Optional.ofNullable(bookings.find(eq(bookingId)).first());
    }

    Optional<KnownBooking> findByClientRef(String clientRef) {
        return Optional.ofNullable(bookings.find(eq("clientRef", clientRef)).first());
    }

    /** Stores the first that is known of a booking; false when something is known already. */
    boolean first(KnownBooking booking) {
        return !InsertOnceRepository.missing(bookings, List.of(booking)).isEmpty();
    }

    /** Stores it unless a later state is stored already: then the upsert meets that document's {@code _id}. */
    void reached(KnownBooking booking) {
        try {
            bookings.replaceOne(
                    and(eq(booking.id()), lt("sequence", booking.sequence())),
                    booking,
                    new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            LOG.debugf("Booking %s was ahead of event %d", booking.id(), booking.sequence());
        }
    }
}
