package org.coachbook.booking.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.coachbook.booking.process.Scenario;
import org.coachbook.contracts.pricing.Quote;
import org.junit.jupiter.api.Test;

class OrderCheckTest {
    private static final Instant START = Scenario.START;
    private static final Quote QUOTE = Scenario.quote(6000, START);

    @Test
    void an_order_that_is_what_was_quoted_is_tried() {
        assertThat(check(order("coach", "type", START, 60, "Europe/Zurich"), "client"))
                .isEmpty();
    }

    @Test
    void a_quote_for_another_client_coach_type_time_or_length_is_a_mismatch() {
        assertMismatch(check(order("coach", "type", START, 60, "Europe/Zurich"), "other"), "clientId");
        assertMismatch(check(order("other", "type", START, 60, "Europe/Zurich"), "client"), "coachId");
        assertMismatch(check(order("coach", "other", START, 60, "Europe/Zurich"), "client"), "sessionTypeId");
        assertMismatch(check(order("coach", "type", START.plusSeconds(900), 60, "Europe/Zurich"), "client"), "start");
        assertMismatch(check(order("coach", "type", START, 90, "Europe/Zurich"), "client"), "durationMinutes");
    }

    @Test
    void a_quote_for_a_series_does_not_book_a_single_session() {
        QuoteVerdict series = new QuoteVerdict.Genuine(Scenario.quote(6000, START, 5, null));
        PlaceBooking order = order("coach", "type", START, 60, "Europe/Zurich");
        assertMismatch(OrderCheck.refusal(order, "client", series, START.minusSeconds(3600)), "occurrences");
    }

    @Test
    void a_zone_that_is_none_is_named() {
        assertThat(check(order("coach", "type", START, 60, "Mars/Olympus"), "client"))
                .contains(new PlacementRefusal.InvalidField("timeZone", "must be an IANA time zone"));
        assertThat(check(order("coach", "type", START, 60, "+02:00"), "client")).isPresent();
    }

    @Test
    void a_start_that_has_come_is_in_the_past() {
        QuoteVerdict genuine = new QuoteVerdict.Genuine(QUOTE);
        PlaceBooking order = order("coach", "type", START, 60, "Europe/Zurich");
        assertThat(OrderCheck.refusal(order, "client", genuine, START))
                .contains(new PlacementRefusal.InvalidField("start", "is in the past"));
    }

    @Test
    void the_same_client_and_key_make_the_same_booking_and_nobody_else_does() {
        String id = BookingKey.idOf("client", "key-1");
        assertThat(id).matches("[0-9a-f]{32}").isEqualTo(BookingKey.idOf("client", "key-1"));
        assertThat(id).isNotEqualTo(BookingKey.idOf("other", "key-1"));
        assertThat(id).isNotEqualTo(BookingKey.idOf("client", "key-2"));
    }

    @Test
    void the_hash_is_of_the_order_and_the_price_but_not_of_the_signature() {
        PlaceBooking order = order("coach", "type", START, 60, "Europe/Zurich");
        String hash = BookingKey.hashOf(order, QUOTE);
        PlaceBooking signedAgain =
                new PlaceBooking("coach", "type", START, 60, "x.y.z", null, null, null, "Europe/Zurich");
        assertThat(BookingKey.hashOf(signedAgain, QUOTE)).isEqualTo(hash);
        assertThat(BookingKey.hashOf(order, Scenario.quote(7000, START))).isNotEqualTo(hash);
        PlaceBooking titled = new PlaceBooking("coach", "type", START, 60, "a.b.c", null, "t", null, "Europe/Zurich");
        assertThat(BookingKey.hashOf(titled, QUOTE)).isNotEqualTo(hash);
    }

    private static Optional<PlacementRefusal> check(PlaceBooking order, String clientId) {
        return OrderCheck.refusal(order, clientId, new QuoteVerdict.Genuine(QUOTE), Scenario.NOW);
    }

    private static void assertMismatch(Optional<PlacementRefusal> refusal, String field) {
        assertThat(refusal).contains(new PlacementRefusal.QuoteMismatch(field));
    }

    private static PlaceBooking order(String coach, String type, Instant start, int minutes, String zone) {
        return new PlaceBooking(coach, type, start, minutes, "a.b.c", null, null, null, zone);
    }
}
