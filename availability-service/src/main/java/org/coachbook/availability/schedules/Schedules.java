package org.coachbook.availability.schedules;

import com.mongodb.client.ClientSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coachbook.availability.sharing.SharedReads;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.jspecify.annotations.Nullable;

/** The schedules, for the other features. */
@ApplicationScoped
public class Schedules {
    /** How many messages an edit appends. */
    private static final int FACTS = 2;

    private final ScheduleRepository repository;
    private final SharedReads<String, Optional<Schedule>> reads;

    Schedules(ScheduleRepository repository) {
        this.repository = repository;
        this.reads = new SharedReads<>(repository::find);
    }

    /** The coach's schedule as it is now. */
    public Optional<Schedule> of(String coachId) {
        return reads.get(coachId);
    }

    /** The coach's schedule; one that is closed all week is stored where there is none. */
    public Schedule ofOrCreate(String coachId, String timeZone) {
        return of(coachId).orElseGet(() -> {
            repository.create(Schedule.closed(coachId, timeZone));
            return of(coachId).orElseThrow();
        });
    }

    /**
     * Replaces the rules of {@code before} by those of {@code rules} under the next version.
     *
     * @return the outbox as this write left it, null when the schedule has another version by now
     */
    public @Nullable List<OutboxMessage> replace(ClientSession session, Schedule before, Schedule rules, Instant now) {
        return repository.replace(session, before, rules.next(FACTS), now);
    }

    /** Sends what {@link #replace} appended; after the commit. */
    public void committed(String coachId, List<OutboxMessage> outboxAfter) {
        repository.committed(coachId, outboxAfter, FACTS);
    }

    /** See {@link ScheduleRepository#touch}. */
    public boolean touch(ClientSession session, String coachId, long version) {
        return repository.touch(session, coachId, version);
    }
}
