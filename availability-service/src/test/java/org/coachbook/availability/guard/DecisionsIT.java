package org.coachbook.availability.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.availability.guard.GuardBench.MONDAY;
import static org.coachbook.availability.guard.GuardBench.NOW;
import static org.coachbook.availability.guard.GuardBench.atOnce;
import static org.coachbook.availability.guard.GuardBench.attempt;
import static org.coachbook.availability.guard.GuardBench.message;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.coachbook.availability.Stack;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.Entry.Kind;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Outcome.Taken;
import org.coachbook.availability.guard.StandingEntries.Change;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.ReceivedMessage;
import org.coachbook.testing.ServiceStack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions that need two people, in one week and over the border of two; owners are named anew in each test. */
@Stack
class DecisionsIT {
    private static final Duration BEFORE = Duration.ofHours(24);

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Inject
    GuardBench bench;

    @ParameterizedTest
    @ValueSource(longs = {43_200, -1_800})
    void the_last_missing_seat_decides_that_it_takes_place_and_those_who_waited_are_told(long offset) {
        Schedule coach = bench.open();
        Instant start = MONDAY.plusSeconds(offset);
        try (KafkaProbe replies = KafkaProbe.of(ServiceStack.bootstrapServers(), "booking.replies")) {
            join(coach, "a", start);
            join(coach, "b", start);
            join(coach, "c", start);
            assertThat(confirm(coach, "a", start)).isEqualTo(start.minus(BEFORE));
            assertThat(confirm(coach, "b", start)).as("does not wait").isNull();
            assertThat(decision(coach, start)).isTrue();
            assertThat(confirm(coach, "c", start)).as("joins what takes place").isNull();
            due(coach, start);
            assertThat(told(replies)).containsExactly(id("a") + ":going");
            assertThat(waitsUntil(coach, "a", start))
                    .as("who asks again hears it")
                    .isNull();
            assertThat(bench.week(coach, start).busy())
                    .allSatisfy(e -> assertThat(e.kind()).isEqualTo(Kind.CONFIRMED));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {43_200, -1_800})
    void too_few_paid_seats_call_it_off_and_the_time_is_free_for_others_but_not_for_seats(long offset) {
        Schedule coach = bench.open();
        Instant start = MONDAY.plusSeconds(offset);
        try (KafkaProbe replies = KafkaProbe.of(ServiceStack.bootstrapServers(), "booking.replies")) {
            join(coach, "a", start);
            join(coach, "unpaid", start);
            confirm(coach, "a", start);
            bench.decisions.decide(
                    GuardBench.weekId(coach, start), start.minus(BEFORE).minusSeconds(1));
            assertThat(bench.week(coach, start).decisions()).as("not yet").isNull();
            String week = GuardBench.weekId(coach, start);
            assertThat(bench.weeks.withDueDecisions(start.minus(BEFORE), 10_000))
                    .contains(week);
            assertThat(waitsUntil(coach, "a", start)).as("asks too early").isEqualTo(start.minus(BEFORE));
            due(coach, start);
            due(coach, start);
            assertThat(decision(coach, start)).isFalse();
            assertThat(bench.weeks.withDueDecisions(start, 10_000)).doesNotContain(week);
            assertThat(told(replies)).containsExactlyInAnyOrder(id("a") + ":off", id("unpaid") + ":off");
            assertThat(change(coach, "unpaid", start)).as("paid too late").isEqualTo(Change.CALLED_OFF);
            assertThat(change(coach, "a", start)).as("asks again").isEqualTo(Change.CALLED_OFF);
            assertThat(reason(join(coach, "d", start))).isEqualTo(RefusalReason.OUTSIDE_AVAILABILITY);
            assertThat(bench.reserve(attempt(coach, id("alone"), id("x"), start, 60, 10)))
                    .isInstanceOf(Taken.class);
        }
    }

    @Test
    void a_seat_is_not_to_be_had_after_the_time_to_decide_unless_it_takes_place() {
        Schedule coach = bench.open();
        Instant start = MONDAY.plus(Duration.ofHours(12));
        assertThat(reason(join(coach, "late", start, NOW))).isEqualTo(RefusalReason.OUTSIDE_AVAILABILITY);
        join(coach, "a", start);
        join(coach, "b", start);
        confirm(coach, "a", start);
        confirm(coach, "b", start);
        assertThat(join(coach, "late", start, NOW)).isInstanceOf(Taken.class);
        for (String one : List.of("a", "b", "late")) {
            bench.standing.release(coach, id(one), start, _ -> List.of(message(coach, id(one) + ":freed")));
        }
        assertThat(join(coach, "after", start, NOW))
                .as("what was promised is kept, whoever leaves")
                .isInstanceOf(Taken.class);
        due(coach, start);
        assertThat(confirm(coach, "after", start)).isNull();
    }

    @Test
    void a_session_that_somebody_was_promised_without_a_minimum_takes_place() {
        Schedule coach = bench.open();
        Instant start = MONDAY.plus(Duration.ofHours(12));
        try (KafkaProbe replies = KafkaProbe.of(ServiceStack.bootstrapServers(), "booking.replies")) {
            join(coach, "waits", start);
            confirm(coach, "waits", start);
            Attempt before = attempt(coach, id("early"), id("early"), start, 60, 10);
            bench.reserve(GuardBench.seat(before, 4));
            assertThat(confirm(coach, "early", start)).isNull();
            bench.standing.release(coach, id("waits"), start, _ -> List.of(message(coach, id("waits") + ":freed")));
            join(coach, "later", start);
            due(coach, start);
            assertThat(decision(coach, start)).isTrue();
            assertThat(bench.week(coach, start).entry(id("early"))).isNotNull();
            assertThat(told(replies)).as("nobody has to leave").isEmpty();
        }
    }

    @Test
    void a_paid_seat_that_leaves_does_not_count() {
        Schedule coach = bench.open();
        Instant start = MONDAY.plus(Duration.ofHours(12));
        join(coach, "a", start);
        join(coach, "b", start);
        confirm(coach, "a", start);
        bench.standing.release(coach, id("a"), start, _ -> List.of(message(coach, id("a") + ":freed")));
        assertThat(confirm(coach, "b", start)).isEqualTo(start.minus(BEFORE));
        due(coach, start);
        assertThat(decision(coach, start)).isFalse();
    }

    @Test
    void a_seat_that_lapsed_and_is_paid_all_the_same_counts_when_it_is_decided() {
        Schedule coach = bench.open();
        Instant start = MONDAY.plus(Duration.ofHours(12));
        try (KafkaProbe replies = KafkaProbe.of(ServiceStack.bootstrapServers(), "booking.replies")) {
            join(coach, "a", start);
            join(coach, "b", start);
            Range elsewhere = Range.ofMinutes(start.plus(Duration.ofHours(3)), 60);
            Instant later = NOW.plus(Duration.ofHours(1));
            bench.reserve(GuardBench.attempt(coach, id("x"), "x", elsewhere, 0, Caps.NONE, later));
            assertThat(confirm(coach, "a", start)).isEqualTo(start.minus(BEFORE));
            assertThat(confirm(coach, "b", start)).isEqualTo(start.minus(BEFORE));
            due(coach, start);
            assertThat(decision(coach, start)).isTrue();
            assertThat(told(replies)).containsExactlyInAnyOrder(id("a") + ":going", id("b") + ":going");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {43_200, -1_800})
    void one_decision_is_made_however_many_replicas_race_with_the_last_payment(long offset) throws Exception {
        Instant start = MONDAY.plusSeconds(offset);
        for (int round = 0; round < 12; round++) {
            Schedule coach = bench.open();
            String a = "a" + round;
            String b = "b" + round;
            join(coach, a, start);
            join(coach, b, start);
            confirm(coach, a, start);
            List<Boolean> paid = atOnce(5, i -> {
                if (i == 2) {
                    return change(coach, b, start) == Change.DONE;
                }
                due(coach, start);
                return false;
            });
            assertThat(bench.week(coach, start).decisions()).hasSize(1);
            assertThat(decision(coach, start)).isEqualTo(paid.get(2));
            assertThat(bench.week(coach, start).busy()).hasSize(paid.get(2) ? 2 : 0);
        }
    }

    @Test
    void a_week_that_cannot_be_decided_keeps_no_other_waiting() {
        Schedule broken = bench.open();
        Schedule sound = bench.open();
        Instant start = MONDAY.plus(Duration.ofHours(12));
        join(broken, "a", start);
        join(sound, "b", start);
        Bson unreadable = Updates.set("busy.0.kind", "UNKNOWN");
        try (MongoClient mongo = MongoClients.create(ServiceStack.mongodbUri())) {
            var weeks = mongo.getDatabase(ServiceStack.database()).getCollection("calendarWeeks");
            weeks.updateOne(
                    Filters.eq(GuardBench.weekId(broken, start)), Updates.combine(unreadable, decidesAt("2020-01-01")));
            weeks.updateOne(Filters.eq(GuardBench.weekId(sound, start)), decidesAt("2020-01-02"));
            bench.decisions.decideDue(100);
            assertThat(decision(sound, start)).isFalse();
            weeks.deleteOne(Filters.eq(GuardBench.weekId(broken, start)));
        }
    }

    private static Bson decidesAt(String day) {
        return Updates.set("busy.0.seat.minimum.decidesAt", Instant.parse(day + "T00:00:00Z"));
    }

    private Outcome join(Schedule coach, String name, Instant start) {
        return join(coach, name, start, start.minus(BEFORE));
    }

    private Outcome join(Schedule coach, String name, Instant start, Instant decidesAt) {
        Attempt plain = attempt(coach, id(name), id(name), start, 60, 10);
        return bench.reserve(GuardBench.seat(plain, 4, new Minimum(2, decidesAt)));
    }

    /** Until when the seat is told to wait. */
    private @Nullable Instant confirm(Schedule coach, String name, Instant start) {
        List<@Nullable Instant> until = new ArrayList<>();
        Change change = bench.standing
                .confirm(
                        coach,
                        id(name),
                        start,
                        decidesAt -> {
                            until.clear();
                            until.add(decidesAt);
                            return message(coach, id(name) + ":confirmed");
                        },
                        message(coach, id(name) + ":lost"))
                .change();
        assertThat(change).isEqualTo(Change.DONE);
        return until.getFirst();
    }

    private Change change(Schedule coach, String name, Instant start) {
        return bench.standing
                .confirm(
                        coach, id(name), start, _ -> message(coach, id(name) + ":ok"), message(coach, id(name) + ":no"))
                .change();
    }

    /** What whoever confirmed before is answered: until when he waits. */
    private @Nullable Instant waitsUntil(Schedule coach, String name, Instant start) {
        var again = bench.standing.confirm(
                coach, id(name), start, _ -> message(coach, id(name) + ":ok"), message(coach, id(name) + ":no"));
        assertThat(again.change()).isEqualTo(Change.REPEATED);
        return again.decidesAt();
    }

    private void due(Schedule coach, Instant start) {
        bench.decisions.decide(GuardBench.weekId(coach, start), start.minus(BEFORE));
    }

    private boolean decision(Schedule coach, Instant start) {
        List<SessionDecision> made =
                Objects.requireNonNull(bench.week(coach, start).decisions());
        assertThat(made).hasSize(1);
        return made.getFirst().going();
    }

    private List<String> told(KafkaProbe replies) {
        return replies.allWithin(Duration.ofSeconds(1)).stream()
                .map(ReceivedMessage::id)
                .filter(id -> id.startsWith(run))
                .toList();
    }

    private String id(String name) {
        return run + name;
    }

    private static RefusalReason reason(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).reason();
    }
}
