package org.coachbook.availability.holds;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.coachbook.availability.Coach;
import org.coachbook.availability.Commands;
import org.coachbook.availability.Stack;
import org.coachbook.contracts.Topics;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.ReceivedMessage;
import org.coachbook.testing.ServiceStack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Stack
class LapsedHoldIT {
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String me = "client-" + UUID.randomUUID();

    @Inject
    @Nullable
    OfferedHolds holds;

    @Test
    void a_hold_that_runs_out_is_announced_once_and_one_that_was_booked_is_not() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        String client = "client-" + UUID.randomUUID();
        String booked = hold(coach, type, client, "10:00");
        try (KafkaProbe probe = KafkaProbe.of(ServiceStack.bootstrapServers(), Topics.AVAILABILITY_EVENTS);
                Commands commands = new Commands()) {
            var command = Commands.reserve(coach, type, client, coach.at(7, "10:00"), booked, true);
            assertThat(commands.answerTo(command, coach.id).type()).endsWith("slot-reserved.v1");
            hold(coach, type, client, "12:00");
            ReceivedMessage freed = probe.await(message -> isFreed(message, coach), PATIENCE);
            assertThat(freed.payload()).contains(coach.at(7, "12:00").toString());
            hold(coach, type, "another", "14:00");
            probe.await(
                    message -> isFreed(message, coach)
                            && String.valueOf(message.payload())
                                    .contains(coach.at(7, "14:00").toString()),
                    PATIENCE);
            assertThat(probe.received().stream().filter(message -> isFreed(message, coach)))
                    .extracting(ReceivedMessage::id)
                    .doesNotHaveDuplicates()
                    .hasSize(2);
        }
        assertThat(coach.starts(Coach.as("x"), type, coach.date(7)))
                .contains(coach.at(7, "12:00").toString())
                .doesNotContain(coach.at(7, "10:00").toString());
    }

    @Test
    void a_hold_that_gives_way_to_another_one_is_announced_as_free() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        try (KafkaProbe probe = KafkaProbe.of(ServiceStack.bootstrapServers(), Topics.AVAILABILITY_EVENTS)) {
            String old = holdFor(Duration.ofMinutes(5), coach, type, "10:00");
            holdFor(Duration.ofMinutes(5), coach, type, "10:30");
            ReceivedMessage freed = probe.await(message -> isFreed(message, coach), PATIENCE);
            assertThat(freed.id()).isEqualTo(old + ":freed");
            assertThat(freed.payload()).contains(coach.at(7, "10:00").toString());
        }
    }

    private static boolean isFreed(ReceivedMessage message, Coach coach) {
        return message.type().equals("availability.slot-freed.v1")
                && String.valueOf(message.payload()).contains(coach.id);
    }

    private String hold(Coach coach, String type, String client, String time) {
        return hold(SHORT, coach, type, client, time);
    }

    private String holdFor(Duration life, Coach coach, String type, String time) {
        return hold(life, coach, type, me, time);
    }

    private String hold(Duration life, Coach coach, String type, String client, String time) {
        String id = UUID.randomUUID().toString();
        Instant start = coach.at(7, time);
        assertThat(Objects.requireNonNull(holds).offer(client, coach.id, type, start, 60, id, life))
                .isPresent();
        return id;
    }
}
