package org.coachbook.notification.telling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coachbook.contracts.Topics;
import org.coachbook.notification.BookingStory;
import org.coachbook.notification.MailServer;
import org.coachbook.notification.NotificationStack;
import org.coachbook.testing.CloudEvent;
import org.coachbook.testing.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NotificationStack.class)
class PackageTellingIT {
    private static MailServer mail;

    @BeforeAll
    static void startMailServer() {
        mail = MailServer.start();
    }

    @AfterAll
    static void stopMailServer() {
        mail.close();
    }

    @Test
    void buyer_and_coach_are_told_of_a_package_once_with_what_was_paid() {
        BookingStory two = BookingStory.between("en-ada", "de-bob");
        String id = "package-" + two.id();
        String payload = """
                {"packageId": "%s", "coachId": "%s", "clientId": "%s", "amount": 45000, "currency": "CHF"}""".formatted(id, two.coachId(), two.clientId());
        CloudEvent bought = CloudEvent.of("pricing.package-bought.v1", "pricing-service", id, 4, payload);
        BookingStory.publish(Topics.PACKAGE_PURCHASES, bought);
        BookingStory.publish(Topics.PACKAGE_PURCHASES, bought);
        assertThat(mail.awaitMails(two.clientId(), 1)).singleElement().satisfies(received -> {
            assertThat(received.subject()).isEqualTo("Paket gekauft: Name of " + two.coachId());
            assertThat(received.part("text/plain")).contains("CHF 450.00", "/packages", "an diesem Kauf");
            assertThat(received.has("text/calendar")).isFalse();
        });
        assertThat(mail.awaitMails(two.coachId(), 1)).singleElement().satisfies(received -> assertThat(
                        received.part("text/plain"))
                .contains("Name of " + two.clientId() + " bought a package", "CHF 450.00"));
        assertThat(inbox(two.coachId())).singleElement().satisfies(told -> {
            assertThat(told).containsEntry("type", "package_bought");
            assertThat(told.get("data"))
                    .isEqualTo(Map.of(
                            "packageId",
                            id,
                            "coachId",
                            two.coachId(),
                            "role",
                            "coach",
                            "amount",
                            45_000,
                            "currency",
                            "CHF"));
        });
        assertThat(inbox(two.clientId())).hasSize(1);
    }

    private static List<Map<String, Object>> inbox(String userId) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> given().auth()
                                .oauth2(TestTokens.shared().user(userId, "client"))
                                .get("/api/notifications")
                                .then()
                                .statusCode(200)
                                .extract()
                                .<List<Map<String, Object>>>path("items"),
                        items -> !items.isEmpty());
    }
}
