package org.coachbook.booking.reading;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.coachbook.booking.process.Booking;
import org.coachbook.chassis.mongo.Database;
import org.jspecify.annotations.Nullable;

/** Lists of bookings by start, read only. Attempts that never had their time are left out. */
@Startup
@ApplicationScoped
class BookingListRepository {
    /** How many bookings a page has; one more is read to know whether there is a next one. */
    static final int PAGE = 100;

    private static final String COACH = "order.coachId";
    private static final String CLIENT = "order.clientId";
    private static final String START = "progress.slot.start";

    private final MongoCollection<Booking> bookings;

    BookingListRepository(Database database) {
        this.bookings = database.collection("bookings", Booking.class);
        bookings.createIndex(Indexes.ascending(COACH, START));
        bookings.createIndex(Indexes.ascending(CLIENT, START));
    }

    List<Booking> ofCoach(String coachId, Period period, @Nullable Cursor after) {
        return find(eq(COACH, coachId), period, after);
    }

    List<Booking> ofCoachAndClient(String coachId, String clientId, Period period, @Nullable Cursor after) {
        return find(and(eq(CLIENT, clientId), eq(COACH, coachId)), period, after);
    }

    List<Booking> ofClient(String clientId, Period period, @Nullable Cursor after) {
        return find(eq(CLIENT, clientId), period, after);
    }

    private List<Booking> find(Bson whose, Period period, @Nullable Cursor after) {
        List<Bson> filters = new ArrayList<>(List.of(whose, gt("progress.eventsSent", 0L)));
        if (period.from() != null) {
            filters.add(gte(START, period.from()));
        }
        if (period.to() != null) {
            filters.add(lt(START, period.to()));
        }
        if (after != null) {
            filters.add(or(gt(START, after.start()), and(eq(START, after.start()), gt("_id", after.id()))));
        }
        return bookings.find(and(filters))
                .sort(Indexes.ascending(START, "_id"))
                .limit(PAGE + 1)
                .into(new ArrayList<>());
    }
}
