package org.coachbook.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresentedTest {
    private static final Instant ROTATED = Instant.parse("2027-03-01T08:00:00Z");

    private final RefreshToken oldest = RefreshToken.first();
    private final String salt = RefreshToken.newSalt();
    private final RefreshToken preceding = oldest.successor(RefreshToken.newSalt());
    private final RefreshToken current = preceding.successor(salt);
    private final SessionFamily family = new SessionFamily(
            oldest.family(),
            "account",
            current.hash(),
            preceding.hash(),
            salt,
            ROTATED,
            ROTATED.plus(Duration.ofDays(30)),
            ROTATED.plus(Duration.ofDays(180)));

    @ParameterizedTest
    @CsvSource({
        "current, PT0S, Current",
        "current, PT31S, Current",
        "current, PT719H59M59S, Current",
        "current, PT720H, Ended",
        "preceding, PT0S, Preceding",
        "preceding, PT30S, Preceding",
        "preceding, PT30.001S, UsedBefore",
        "preceding, PT24H, UsedBefore",
        "oldest, PT0S, UsedBefore",
        "oldest, PT24H, UsedBefore",
        "oldest, PT720H, Ended"
    })
    void a_token_is_judged_by_its_place_in_the_family_and_the_time(String which, Duration after, String verdict) {
        RefreshToken token =
                switch (which) {
                    case "current" -> current;
                    case "preceding" -> preceding;
                    default -> oldest;
                };
        Presented judged = Presented.judge(Optional.of(family), token, ROTATED.plus(after));
        assertThat(judged.getClass().getSimpleName()).isEqualTo(verdict);
    }

    @Test
    void the_preceding_token_leads_to_the_very_same_successor() {
        Presented judged = Presented.judge(Optional.of(family), preceding, ROTATED);
        assertThat(judged).isInstanceOfSatisfying(Presented.Preceding.class, p -> assertThat(
                        preceding.successor(p.salt()).text())
                .isEqualTo(current.text()));
    }

    @Test
    void a_family_that_is_gone_has_ended() {
        assertThat(Presented.judge(Optional.empty(), current, ROTATED)).isEqualTo(new Presented.Ended());
    }
}
