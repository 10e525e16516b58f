package org.coachbook.notification.live;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.notification.InsertOnceRepository;

/** The collection {@code frames}: what each person was sent during the last day, for those who were not there. */
@Startup
@ApplicationScoped
class FrameRepository {
    private static final int MOST = 1_000;

    private final MongoCollection<Frame> frames;

    FrameRepository(Database database) {
        this.frames = database.collection("frames", Frame.class);
        frames.createIndex(Indexes.ascending("recipientId", "at"));
        frames.createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(1L, TimeUnit.DAYS));
    }

    /** Stores frames; a repeated one is there already. */
    void keep(List<Frame> kept) {
        InsertOnceRepository.missing(frames, kept);
    }

    Optional<Frame> find(String recipientId, String id) {
        return Optional.ofNullable(frames.find(eq(Frame.keyOf(recipientId, id))).first());
    }

    /** The newest frames of somebody from a time on; at most a thousand, who missed more reads his lists anew. */
    List<Frame> since(String recipientId, Instant from) {
        return frames.find(and(eq("recipientId", recipientId), gte("at", from)))
                .sort(Sorts.descending("at"))
                .limit(MOST)
                .into(new ArrayList<>());
    }
}
