package org.coachbook.booking.operations;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.Deadlines;
import org.coachbook.booking.process.Step;
import org.coachbook.chassis.mongo.Database;
import org.jspecify.annotations.Nullable;

/** Sagas that have something to do, read only. */
@ApplicationScoped
class SagaListRepository {
    static final int PAGE = 100;

    private static final List<String> NEW_TIME = Stream.of(Step.MOVE_SLOT, Step.PROPOSE_TIMES, Step.TAKE_TIME)
            .map(Step::stepName)
            .toList();
    private static final List<String> IN_FLIGHT = Arrays.stream(Step.values())
            .filter(Step::isInFlight)
            .map(Step::stepName)
            .toList();

    private final MongoCollection<Booking> bookings;

    SagaListRepository(Database database) {
        this.bookings = database.collection("bookings", Booking.class);
    }

    List<Booking> find(boolean onlyStuck, Instant now, @Nullable String afterId) {
        Bson stuck = or(exists("stuck"), unheardDecision(now), unheardMove(now));
        Bson wanted = onlyStuck ? stuck : or(stuck, in("progress.step", IN_FLIGHT), exists("progress.owed.0"));
        Bson filter = afterId == null ? wanted : and(wanted, gt("_id", afterId));
        return bookings.find(filter).sort(Indexes.ascending("_id")).limit(PAGE).into(new ArrayList<>());
    }

    /** Asking again is all that such a saga can do by itself, as that of an unheard move. */
    private static Bson unheardDecision(Instant now) {
        return and(
                eq("progress.step", Step.AWAIT_MINIMUM.stepName()),
                lt("progress.deadline", now.minus(Deadlines.DECISION_HEARD)));
    }

    private static Bson unheardMove(Instant now) {
        return and(in("progress.step", NEW_TIME), lt("progress.stepSince", now.minus(Deadlines.NEW_TIME_HEARD)));
    }
}
