package org.coachbook.availability.connections;

import static org.assertj.core.api.Assertions.assertThat;

import org.coachbook.availability.connections.Connection.Status;
import org.coachbook.availability.connections.Viewer.Standing;
import org.coachbook.contracts.availability.Visibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionTest {
    @Test
    void a_request_of_the_other_side_accepts_an_open_one() {
        Connection asked = Connection.requested("coach", "client", "client");
        assertThat(asked.requestedAgain("client")).isEqualTo(asked);
        Connection accepted = asked.requestedAgain("coach");
        assertThat(accepted.status()).isEqualTo(Status.ACCEPTED);
        assertThat(accepted.requestedBy()).as("who is told of it").isEqualTo("client");
        assertThat(accepted.requestedAgain("coach")).isEqualTo(accepted);
    }

    @Test
    void whom_the_coach_asks_for_at_last_is_invited_until_it_ends() {
        Connection asked = Connection.requested("coach", "client", "client");
        assertThat(asked.now(Status.ACCEPTED).clientsStanding()).isEqualTo(Standing.CONNECTED);
        assertThat(asked.requestedAgain("coach").clientsStanding()).isEqualTo(Standing.INVITED);
        Connection later = asked.now(Status.ACCEPTED).requestedAgain("coach");
        assertThat(later.clientsStanding()).isEqualTo(Standing.INVITED);
        Connection anew = later.ended("client").requestedAgain("client").now(Status.ACCEPTED);
        assertThat(anew.clientsStanding()).isEqualTo(Standing.CONNECTED);
        assertThat(Connection.requested("coach", "client", "coach")
                        .requestedAgain("client")
                        .clientsStanding())
                .isEqualTo(Standing.INVITED);
    }

    @Test
    void a_declined_one_can_be_asked_for_again() {
        Connection again = Connection.requested("coach", "client", "client")
                .now(Status.DECLINED)
                .requestedAgain("coach");
        assertThat(again.status()).isEqualTo(Status.PENDING);
        assertThat(again.awaits("client")).isTrue();
        assertThat(again.awaits("coach")).isFalse();
    }

    @Test
    void only_who_ends_what_was_accepted_is_named() {
        Connection asked = Connection.requested("coach", "client", "client");
        assertThat(asked.ended("client").endedBy()).isNull();
        assertThat(asked.now(Status.BLOCKED).ended("coach").endedBy()).isNull();
        Connection ended = asked.now(Status.ACCEPTED).ended("client");
        assertThat(ended.endedBy()).isEqualTo("client");
        assertThat(ended.ended("coach")).isEqualTo(ended);
        assertThat(ended.requestedAgain("coach").endedBy()).isNull();
    }

    @Test
    void a_link_that_was_used_never_undoes_an_end_also_after_another_one() {
        Connection ended =
                Connection.joined("coach", "client", "first").joinedBy("second").ended("coach");
        assertThat(ended.joinedBy("first")).isEqualTo(ended);
        assertThat(ended.joinedBy("second")).isEqualTo(ended);
        assertThat(ended.joinedBy("third").accepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "STRANGER, true, false, false",
        "CONNECTED, true, true, false",
        "INVITED, true, true, true",
        "COACH, true, true, true"
    })
    void visibility_is_by_standing(Standing standing, boolean open, boolean connected, boolean closed) {
        Viewer viewer = new Viewer("me", standing);
        assertThat(viewer.maySee(Visibility.PUBLIC)).isEqualTo(open);
        assertThat(viewer.maySee(Visibility.CONNECTED)).isEqualTo(connected);
        assertThat(viewer.maySee(Visibility.PRIVATE)).isEqualTo(closed);
    }

    @Test
    void others_are_told_whether_the_coach_wanted_the_client_himself() {
        Connection asked = Connection.requested("coach", "client", "client");
        assertThat(asked.now(Connection.Status.ACCEPTED).asFact().invited()).isFalse();
        assertThat(asked.requestedAgain("coach").asFact().invited()).isTrue();
    }
}
