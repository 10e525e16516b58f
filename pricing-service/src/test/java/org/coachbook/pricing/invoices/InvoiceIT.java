package org.coachbook.pricing.invoices;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.coachbook.chassis.messaging.MessageJson;
import org.coachbook.contracts.payment.event.PaymentCompleted;
import org.coachbook.contracts.payment.event.PaymentRefundFailed;
import org.coachbook.contracts.payment.event.PaymentRefunded;
import org.coachbook.pricing.PricingStack;
import org.coachbook.pricing.invoices.InvoiceDocument.Kind;
import org.coachbook.testing.CloudEvent;
import org.coachbook.testing.CloudEventProducer;
import org.coachbook.testing.ServiceStack;
import org.coachbook.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PricingStack.class)
class InvoiceIT {
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    @Inject
    Invoicing invoicing;

    @Inject
    Sales sales;

    @Inject
    InvoiceRepository invoices;

    private final String coach = "ada-" + UUID.randomUUID();
    private final String client = "bob-" + UUID.randomUUID();
    private final String booking = coach + "~" + client;

    @Test
    void what_is_paid_gets_one_invoice_and_each_refund_one_credit_note() {
        CloudEvent paid =
                event("payment.completed.v1", 1, new PaymentCompleted("p1", booking, coach, 10800, "CHF", null));
        CloudEvent half = event("payment.refunded.v1", 2, new PaymentRefunded("p1", booking, coach, 4000, "CHF", null));
        CloudEvent rest = event("payment.refunded.v1", 3, new PaymentRefunded("p1", booking, coach, 6800, "CHF", null));
        try (CloudEventProducer producer = new CloudEventProducer(ServiceStack.bootstrapServers())) {
            List.of(paid, paid, half, half, paid, rest, half)
                    .forEach(event -> producer.send("payment.events", event.withKey(booking)));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> list(client).getList("items").size() == 3);
        JsonPath shown = list(client);
        assertThat(shown.getList("items.kind")).containsExactly("credit_note", "credit_note", "invoice");
        assertThat(shown.getList("items.number", String.class))
                .allMatch(number -> number.matches("20\\d\\d-000[123]"))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(shown.getList("items.final")).containsExactly(6800, 4000, 10800);
        assertThat(shown.getInt("items[0].vat") + shown.getInt("items[1].vat")).isEqualTo(shown.getInt("items[2].vat"));
        assertThat(shown.getString("items[0].corrects")).isEqualTo(shown.getString("items[2].number"));
        assertThat(list(coach).getList("items.id")).isEqualTo(shown.getList("items.id"));
    }

    @Test
    void a_refund_that_does_not_arrive_gets_a_reversal_of_its_credit_note_and_the_next_takes_back_the_same() {
        CloudEvent paid =
                event("payment.completed.v1", 1, new PaymentCompleted("p1", booking, coach, 10800, "CHF", null));
        CloudEvent refunded =
                event("payment.refunded.v1", 2, new PaymentRefunded("p1", booking, coach, 4000, "CHF", null));
        CloudEvent failed =
                event("payment.refund-failed.v1", 3, new PaymentRefundFailed("p1", booking, coach, 4000, "CHF", null));
        CloudEvent again =
                event("payment.refunded.v1", 4, new PaymentRefunded("p1", booking, coach, 10800, "CHF", null));
        try (CloudEventProducer producer = new CloudEventProducer(ServiceStack.bootstrapServers())) {
            List.of(paid, refunded, failed, failed, refunded, again)
                    .forEach(event -> producer.send("payment.events", event.withKey(booking)));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> list(client).getList("items").size() == 4);
        JsonPath shown = list(client);
        assertThat(shown.getList("items.kind")).containsExactly("credit_note", "reversal", "credit_note", "invoice");
        assertThat(shown.getList("items.final")).containsExactly(10800, 4000, 4000, 10800);
        assertThat(shown.getInt("items[1].vat")).isEqualTo(shown.getInt("items[2].vat"));
        assertThat(shown.getInt("items[0].vat")).isEqualTo(shown.getInt("items[3].vat"));
        assertThat(shown.getString("items[1].corrects")).isEqualTo(shown.getString("items[2].number"));
        InvoiceDocument reversal = invoices.find(shown.getString("items[1].id")).orElseThrow();
        assertThat(text(reversal, client)).contains("Storno", "Zur Gutschrift " + shown.getString("items[2].number"));
    }

    @Test
    void numbers_have_no_gaps_however_many_payments_race_and_come_again() throws Exception {
        InvoiceContent content = sales.of(paid("p"), NOON).content();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<InvoiceDocument>> drafts = IntStream.range(0, 400)
                    .mapToObj(i -> new Draft(coach, client, 2027, Kind.INVOICE, "payment:p" + i % 200, NOON, content))
                    .<Callable<InvoiceDocument>>map(draft -> () -> invoices.issue(draft))
                    .toList();
            for (var done : executor.invokeAll(drafts)) {
                assertThat(done.get().coachId()).isEqualTo(coach);
            }
        }
        assertThat(invoices.of(coach, null, 1_000))
                .extracting(InvoiceDocument::number)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void each_year_counts_from_one_by_the_coachs_calendar() {
        assertThat(issuedAt("p1", "2027-12-31T22:59:59Z").numbered().printed()).isEqualTo("2027-0001");
        assertThat(issuedAt("p2", "2027-12-31T23:00:00Z").numbered().printed()).isEqualTo("2028-0001");
    }

    @Test
    void an_issued_document_never_changes() {
        InvoiceDocument before = issued("p1");
        given().auth()
                .oauth2(TestTokens.shared().user(coach, "coach"))
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Ada GmbH\", \"address\": [\"Bern\"], \"vatNumber\": \"CHE-1\"}")
                .put("/api/coaches/" + coach + "/billing")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(TestTokens.shared().user(client, "client"))
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Bob SRL\", \"address\": [\"Brașov\"], \"vatNumber\": \"RO-1\"}")
                .put("/api/users/" + client + "/billing")
                .then()
                .statusCode(200);
        assertThat(text(before, client)).contains("Name of ada", "Name of bob").doesNotContain("Ada GmbH", "Bob SRL");
        assertThat(text(issued("p2"), client))
                .contains("Ada GmbH", "Bern", "CHE-1", "Bob SRL Brașov MWST-Nummer: RO-1");
    }

    @Test
    void the_two_parties_and_nobody_else_may_have_it() {
        InvoiceDocument invoice = issued("p1");
        String path = "/api/invoices/" + invoice.id() + ".pdf";
        assertThat(text(invoice, coach)).contains("Rechnung");
        assertThat(downloaded(invoice, coach)).isEqualTo(downloaded(invoice, client));
        for (String role : List.of("coach", "client", "admin")) {
            given().auth()
                    .oauth2(TestTokens.shared().user("stranger", role))
                    .get(path)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("https://coachbook.org/problems/not-found"));
        }
        given().get(path).then().statusCode(401);
        given().get("/api/invoices").then().statusCode(401);
        assertThat(list("stranger").getList("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "{\"$gt\":\"\"}", "MTIz"})
    void a_cursor_of_somebody_elses_making_is_refused(String cursor) {
        given().auth()
                .oauth2(TestTokens.shared().user(client, "client"))
                .queryParam("cursor", cursor)
                .get("/api/invoices")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("cursor"));
    }

    @Test
    void a_long_list_comes_in_pages() {
        IntStream.range(0, 31).forEach(i -> issued("p" + i));
        JsonPath first = list(client);
        assertThat(first.getList("items")).hasSize(30);
        JsonPath second = JsonPath.from(given().auth()
                .oauth2(TestTokens.shared().user(client, "client"))
                .queryParam("cursor", first.getString("next"))
                .get("/api/invoices")
                .asString());
        assertThat(second.getList("items")).hasSize(1);
        assertThat(second.getString("next")).isNull();
        assertThat(first.getList("items.id")).doesNotContainAnyElementsOf(second.getList("items.id"));
    }

    private InvoiceDocument issued(String paymentId) {
        return issuedAt(paymentId, NOON.toString());
    }

    private InvoiceDocument issuedAt(String paymentId, String at) {
        return invoicing.issueFor(paid(paymentId), Instant.parse(at));
    }

    private PaymentCompleted paid(String paymentId) {
        return new PaymentCompleted(paymentId, booking, coach, 10800, "CHF", null);
    }

    private static String text(InvoiceDocument invoice, String reader) {
        return PdfText.of(downloaded(invoice, reader));
    }

    private static byte[] downloaded(InvoiceDocument invoice, String reader) {
        return given().auth()
                .oauth2(TestTokens.shared().user(reader, "client"))
                .get("/api/invoices/" + invoice.id() + ".pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }

    private static JsonPath list(String personId) {
        return JsonPath.from(given().auth()
                .oauth2(TestTokens.shared().user(personId, "client"))
                .get("/api/invoices")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static CloudEvent event(String type, long sequence, Record payload) {
        return CloudEvent.of(type, "payment-service", "p1", sequence, MessageJson.write(payload));
    }
}
