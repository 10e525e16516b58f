package org.coachbook.notification.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.time.Instant;
import org.coachbook.notification.notice.CalendarMark;
import org.junit.jupiter.api.Test;

class InvitationTest {
    private static Invitation invitation(CalendarMark mark, long sequence) {
        return new Invitation(
                "b1",
                mark,
                sequence,
                Instant.parse("2027-03-28T00:30:00Z"),
                Instant.parse("2027-03-28T01:30:00Z"),
                Instant.parse("2027-02-01T00:00:00Z"),
                "Career coaching – Ada",
                "https://coachbook.org/bookings/b1",
                "Online: https://meet.example/room-7",
                new Invitation.Participant("Ada; the \"Coach\", of all", "no-reply@coachbook.org"),
                new Invitation.Participant("Bob", "bob@example.com"));
    }

    private static String unfolded(Invitation invitation) {
        return invitation.text().replace("\r\n ", "");
    }

    @Test
    void a_confirmed_session_is_a_request_in_utc() {
        assertThat(unfolded(invitation(CalendarMark.CONFIRMED, 7)).lines())
                .contains(
                        "METHOD:REQUEST",
                        "UID:b1@coachbook.org",
                        "SEQUENCE:7",
                        "STATUS:CONFIRMED",
                        "DTSTAMP:20270201T000000Z",
                        "DTSTART:20270328T003000Z",
                        "DTEND:20270328T013000Z",
                        "SUMMARY:Career coaching – Ada",
                        "LOCATION:Online: https://meet.example/room-7");
    }

    @Test
    void a_requested_session_is_tentative() {
        assertThat(unfolded(invitation(CalendarMark.TENTATIVE, 2)))
                .contains("METHOD:REQUEST", "STATUS:TENTATIVE", "PARTSTAT=TENTATIVE");
    }

    @Test
    void an_ended_session_is_a_cancel_of_the_same_entry() {
        assertThat(unfolded(invitation(CalendarMark.CANCELLED, 9)))
                .contains("METHOD:CANCEL", "UID:b1@coachbook.org", "SEQUENCE:9", "STATUS:CANCELLED");
    }

    @Test
    void the_reader_is_the_attendee_and_we_organize_under_the_coachs_name() {
        var event = Biweekly.parse(invitation(CalendarMark.CONFIRMED, 1).text())
                .first()
                .getEvents()
                .getFirst();
        assertThat(event.getOrganizer().getEmail()).isEqualTo("no-reply@coachbook.org");
        assertThat(event.getOrganizer().getCommonName()).startsWith("Ada; the");
        assertThat(event.getAttendees()).singleElement().satisfies(a -> assertThat(a.getEmail())
                .isEqualTo("bob@example.com"));
    }
}
