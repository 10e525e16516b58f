package org.coachbook.availability.guard;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.coachbook.chassis.mongo.Database;

/** The ids of all reservations in a coach's weeks. */
@ApplicationScoped
class KnownBookingRepository {
    public record Id(String id) {}

    public record Ids(List<Id> busy, List<Id> lapsed, List<Id> gone) {
        Stream<Id> all() {
            return Stream.of(busy, lapsed, gone).flatMap(List::stream);
        }
    }

    private static final Bson IDS =
            Projections.fields(Projections.excludeId(), Projections.include("busy.id", "lapsed.id", "gone.id"));

    private final MongoCollection<Ids> weeks;

    KnownBookingRepository(Database database) {
        this.weeks = database.collection("calendarWeeks", Ids.class);
    }

    Set<String> of(String coachId, Instant from) {
        Set<String> bookings = new HashSet<>();
        weeks.find(and(eq("coachId", coachId), gt("to", from))).projection(IDS).forEach(week -> week.all()
                .forEach(id -> bookings.add(bookingOf(id.id()))));
        return bookings;
    }

    /** A reservation's id is its booking's with the number of the attempt. */
    private static String bookingOf(String reservation) {
        int attempt = reservation.indexOf(':');
        return attempt < 0 ? reservation : reservation.substring(0, attempt);
    }
}
