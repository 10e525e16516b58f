package org.coachbook.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HappeningTest {
    private static Happening happening(Kind kind, boolean invited) {
        Session session = new Session("b1", "st1", Instant.EPOCH, Instant.EPOCH.plusSeconds(3600), "confirmed");
        return happening(kind, session, invited);
    }

    private static Happening happening(Kind kind, Session session, boolean invited) {
        return new Happening("e1", kind, "coach", "client", session, 4, Instant.EPOCH, invited, null);
    }

    @Test
    void both_parties_are_told_and_each_of_the_other() {
        List<Notice> notices = happening(Kind.BOOKING_CONFIRMED, false).notices();
        assertThat(notices).extracting(Notice::recipientId).containsExactly("client", "coach");
        assertThat(notices).extracting(Notice::otherId).containsExactly("coach", "client");
        assertThat(notices).extracting(Notice::coachId).containsOnly("coach");
    }

    @ParameterizedTest
    @CsvSource({
        "RESCHEDULE_PROPOSED, CLIENT, coach",
        "RESCHEDULE_PROPOSED, COACH, client",
        "RESCHEDULE_DECLINED, CLIENT, client coach",
        "RESCHEDULE_DECLINED, COACH, client coach"
    })
    void only_who_has_to_answer_is_told_of_a_proposal_and_both_of_its_end(Kind kind, Role by, String told) {
        Session session = new Session("b1", "st1", Instant.EPOCH, Instant.EPOCH.plusSeconds(3600), "confirmed")
                .with(new Proposal(by, List.of(Instant.EPOCH), Instant.EPOCH));
        Happening happening = happening(kind, session, true);
        assertThat(happening.notices()).extracting(Notice::recipientId).containsExactly(told.split(" "));
        assertThat(happening.partyIds()).as("both see it move").containsExactly("client", "coach");
    }

    @Test
    void a_proposal_that_is_not_known_any_more_is_told_to_nobody() {
        assertThat(happening(Kind.RESCHEDULE_PROPOSED, true).notices()).isEmpty();
    }

    @Test
    void the_same_event_makes_the_same_notices() {
        assertThat(happening(Kind.BOOKING_CONFIRMED, false).notices())
                .isEqualTo(happening(Kind.BOOKING_CONFIRMED, false).notices())
                .extracting(Notice::id)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "BOOKING_PLACED, false, NONE",
        "BOOKING_PAYMENT_REQUIRED, false, NONE",
        "BOOKING_REQUESTED, false, TENTATIVE",
        "MINIMUM_ATTENDEES_AWAITED, false, TENTATIVE",
        "TIMES_SUGGESTED, true, CANCELLED",
        "TIMES_SUGGESTED, false, NONE",
        "BOOKING_CONFIRMED, false, CONFIRMED",
        "BOOKING_CONFIRMED, true, CONFIRMED",
        "RESCHEDULE_PROPOSED, true, NONE",
        "RESCHEDULE_DECLINED, true, NONE",
        "BOOKING_RESCHEDULED, true, CONFIRMED",
        "BOOKING_CANCELLED, true, CANCELLED",
        "BOOKING_CANCELLED, false, NONE",
        "BOOKING_EXPIRED, false, NONE",
        "BOOKING_EXPIRED, true, CANCELLED",
        "BOOKING_DECLINED, true, CANCELLED",
        "BOOKING_REJECTED, true, CANCELLED",
        "BOOKING_COMPLETED, true, NONE",
        "CLIENT_NO_SHOW, true, NONE",
        "PAYMENT_REFUNDED, true, NONE"
    })
    void the_calendar_follows_what_is_agreed_and_not_what_is_unpaid(Kind kind, boolean invited, CalendarMark mark) {
        assertThat(happening(kind, invited).calendar()).isEqualTo(mark);
    }

    @Test
    void requests_suggestions_and_payments_ask_somebody_to_act() {
        assertThat(Kind.BOOKING_REQUESTED.actors()).containsExactly(Role.COACH);
        assertThat(Kind.RESCHEDULE_PROPOSED.actors()).containsExactlyInAnyOrder(Role.CLIENT, Role.COACH);
        assertThat(Kind.TIMES_SUGGESTED.actors()).containsExactly(Role.CLIENT);
        assertThat(Kind.BOOKING_PAYMENT_REQUIRED.actors()).containsExactly(Role.CLIENT);
        assertThat(Kind.CONNECTION_REQUESTED.actors()).containsExactlyInAnyOrder(Role.CLIENT, Role.COACH);
        assertThat(Kind.BOOKING_CONFIRMED.actors()).isEmpty();
    }
}
