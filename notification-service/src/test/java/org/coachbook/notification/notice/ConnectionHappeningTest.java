package org.coachbook.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.coachbook.contracts.account.ConnectionChanged;
import org.coachbook.notification.live.Frames;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionHappeningTest {
    private static ConnectionHappening happening(
            String status, @Nullable String requestedBy, @Nullable String endedBy) {
        var fact = new ConnectionChanged("x1", "coach", "client", status, requestedBy, endedBy, null);
        return new ConnectionHappening("x1:4", fact, 4, Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({
        "pending,  client, ,       CONNECTION_REQUESTED, coach",
        "pending,  coach,  ,       CONNECTION_REQUESTED, client",
        "accepted, client, ,       CONNECTION_ACCEPTED,  client",
        "accepted, coach,  ,       CONNECTION_ACCEPTED,  coach",
        "declined, client, ,       CONNECTION_DECLINED,  client",
        "ended,    client, client, CONNECTION_ENDED,     coach",
        "ended,    client, coach,  CONNECTION_ENDED,     client"
    })
    void who_did_not_cause_a_change_is_told(
            String status, String requestedBy, @Nullable String endedBy, Kind kind, String told) {
        Notice notice = happening(status, requestedBy, endedBy).notice().orElseThrow();
        assertThat(notice.kind()).isEqualTo(kind);
        assertThat(notice.recipientId()).isEqualTo(told);
        assertThat(notice.otherId()).isNotEqualTo(told);
        assertThat(notice.role().key()).isEqualTo(told);
        assertThat(notice.subjectId()).isEqualTo("x1");
        assertThat(notice.session()).isNull();
    }

    @Test
    void requests_of_one_day_are_told_once() {
        assertThat(requestAt("2027-03-01T20:00:00Z")).isEqualTo(requestAt("2027-03-01T08:00:00Z"));
        assertThat(requestAt("2027-03-02T00:00:00Z")).isNotEqualTo(requestAt("2027-03-01T08:00:00Z"));
    }

    private static List<String> requestAt(String at) {
        Instant when = Instant.parse(at);
        var fact = new ConnectionChanged("x1", "coach", "client", "pending", "client", null, null);
        Notice notice =
                new ConnectionHappening("x1:" + at, fact, 4, when).notice().orElseThrow();
        return List.of(notice.id(), Frames.notification(notice).id());
    }

    @Test
    void a_block_is_told_to_nobody_and_reads_as_an_end() {
        assertThat(happening("blocked", "client", null).notice()).isEmpty();
        assertThat(happening("blocked", "client", null).result()).isEqualTo("ended");
        assertThat(happening("declined", "client", null).result()).isEqualTo("declined");
    }

    @Test
    void a_block_that_is_lifted_and_a_request_that_is_taken_back_are_told_to_nobody() {
        assertThat(happening("ended", "client", null).notice()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "accepted", "declined", "ended", "merged"})
    void what_was_announced_without_saying_who_asked_is_told_to_nobody(String status) {
        assertThat(happening(status, null, null).notice()).isEmpty();
    }

    @Test
    void no_mail_says_that_a_connection_is_not_wanted() {
        assertThat(Kind.CONNECTION_REQUESTED.mailed()).isTrue();
        assertThat(Kind.CONNECTION_ACCEPTED.mailed()).isTrue();
        assertThat(Kind.CONNECTION_DECLINED.mailed()).isFalse();
        assertThat(Kind.CONNECTION_ENDED.mailed()).isFalse();
    }
}
