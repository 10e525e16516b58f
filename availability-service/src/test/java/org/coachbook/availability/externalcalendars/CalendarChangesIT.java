package org.coachbook.availability.externalcalendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import org.coachbook.availability.Coach;
import org.coachbook.availability.Stack;
import org.coachbook.contracts.Topics;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.ReceivedMessage;
import org.coachbook.testing.ServiceStack;
import org.junit.jupiter.api.Test;

@Stack
class CalendarChangesIT {
    private static final String CHANGED = "availability.changed.v1";

    private final Coach coach = new Coach();

    @Test
    void each_change_that_a_calendar_brings_is_announced_once_with_its_weeks_and_a_repeated_reading_is_not() {
        try (CalendarServer server = new CalendarServer();
                KafkaProbe events = KafkaProbe.of(ServiceStack.bootstrapServers(), Topics.AVAILABILITY_EVENTS)) {
            coach.request()
                    .body(Coach.schedule(Map.of()))
                    .put(coach.path("schedule"))
                    .then()
                    .statusCode(200);
            server.publish(event(7));
            String id = coach.request()
                    .body(Map.of("url", server.url("/secret.ics")))
                    .post(coach.path("calendars"))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            assertThat(events.await(CHANGED, id, Duration.ofSeconds(20)).payload())
                    .contains(coach.id, week(7));
            await().until(() -> server.asked.size() > 4);
            server.publish(event(21));
            ReceivedMessage changed = events.await(
                    message -> message.subject().equals(id)
                            && String.valueOf(message.payload()).contains(week(21)),
                    Duration.ofSeconds(20));
            assertThat(changed.payload()).contains(week(7));
            coach.request().delete(coach.path("calendars/" + id)).then().statusCode(204);
            events.await(
                    message -> message.subject().equals(id) && message.sequence() > changed.sequence(),
                    Duration.ofSeconds(20));
            List<ReceivedMessage> all = events.allWithin(Duration.ofSeconds(1)).stream()
                    .filter(message -> message.subject().equals(id))
                    .toList();
            assertThat(all).hasSize(3);
            assertThat(all.getLast().payload()).contains(week(21)).doesNotContain(week(7), "http");
        }
    }

    private String week(int daysAhead) {
        return "-W%02d".formatted(coach.date(daysAhead).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private String event(int daysAhead) {
        Instant start = coach.at(daysAhead, "10:00");
        String time = start.toString().replaceAll("[-:]", "");
        return "BEGIN:VEVENT\r\nUID:" + time + "\r\nDTSTAMP:" + time + "\r\nDTSTART:" + time
                + "\r\nDURATION:PT60M\r\nEND:VEVENT";
    }
}
