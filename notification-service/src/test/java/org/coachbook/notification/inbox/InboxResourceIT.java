package org.coachbook.notification.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.coachbook.notification.NotificationStack;
import org.coachbook.notification.notice.CalendarMark;
import org.coachbook.notification.notice.Kind;
import org.coachbook.notification.notice.Notice;
import org.coachbook.notification.notice.Role;
import org.coachbook.notification.notice.Session;
import org.coachbook.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NotificationStack.class)
class InboxResourceIT {
    private static final Instant AT = Instant.parse("2027-03-01T08:00:00Z");

    @Inject
    Inbox inbox;

    private final String user = "it-" + UUID.randomUUID();

    private Notice notice(int n) {
        String event = "event-%02d".formatted(n);
        Session session = new Session("b1", "career", AT, AT.plusSeconds(3600), "confirmed");
        return new Notice(
                event + ":" + user,
                event,
                Kind.BOOKING_CONFIRMED,
                Role.CLIENT,
                user,
                "gone-coach",
                "b1",
                session,
                n,
                AT.plusSeconds(n / 3),
                CalendarMark.NONE,
                null);
    }

    private ValidatableResponse list(String query) {
        return given().auth()
                .oauth2(TestTokens.shared().user(user, "client"))
                .get("/api/notifications" + query)
                .then();
    }

    @Test
    void pages_go_from_the_newest_to_the_oldest_without_gaps() {
        List<Notice> notices = IntStream.range(0, 71).mapToObj(this::notice).toList();
        inbox.add(notices);
        inbox.add(notices);
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = list("?cursor=" + cursor).statusCode(200).extract();
            seen.addAll(page.path("items.id"));
            cursor = page.path("next");
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        notices.reversed().stream().map(Notice::id).toList());
    }

    @Test
    void an_entry_tells_what_it_is_about_even_when_the_other_is_gone() {
        inbox.add(List.of(notice(1)));
        list("").statusCode(200)
                .body("next", nullValue())
                .body("items[0].data.bookingId", equalTo("b1"))
                .body("items[0].data.role", equalTo("client"))
                .body("items[0].title", equalTo("Prenotazione confermata"))
                .body(
                        "items[0].text",
                        equalTo("«Career coaching» con il Suo coach è confermato: lunedì, 1 marzo 2027, "
                                + "09:00–10:00 (Europe/Zurich)."));
    }

    @Test
    void a_wrong_cursor_and_an_unknown_parameter_are_refused() {
        list("?cursor=nonsense").statusCode(400).body("type", endsWith("/validation-failed"));
        list("?user=" + user).statusCode(400);
        given().get("/api/notifications").then().statusCode(401);
    }
}
