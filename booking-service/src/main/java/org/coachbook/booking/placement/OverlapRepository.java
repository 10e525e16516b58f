package org.coachbook.booking.placement;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.BookingStatus;
import org.coachbook.chassis.mongo.Database;

/** Finds the client's own booking that is in the way of another one, read only. */
@ApplicationScoped
class OverlapRepository {
    private static final List<String> DEAD = Arrays.stream(BookingStatus.values())
            .filter(BookingStatus::isDead)
            .map(Enum::name)
            .toList();

    /** Public, so that the driver can make one. */
    public record Own(@BsonId String id) {}

    private final MongoCollection<Own> bookings;

    OverlapRepository(Database database) {
        this.bookings = database.collection("bookings", Own.class);
    }

    /** The id of a live booking of the same client and coach that overlaps this one. */
    Optional<String> ownInTheWayOf(Booking booking) {
        return Optional.ofNullable(bookings.find(and(
                                eq("order.clientId", booking.order().clientId()),
                                eq("order.coachId", booking.order().coachId()),
                                lt(
                                        "progress.slot.start",
                                        booking.progress().slot().end()),
                                gt(
                                        "progress.slot.end",
                                        booking.progress().slot().start()),
                                nin("progress.status", DEAD),
                                ne("_id", booking.id())))
                        .projection(Projections.include("_id"))
                        .first())
                .map(Own::id);
    }
}
