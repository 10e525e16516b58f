package org.coachbook.endtoend.journey;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A coach whose sessions can be booked. */
public record Coach(Person person, String sessionTypeId) {
    public String id() {
        return person.id();
    }

    public Api api() {
        return person.api();
    }

    /** Offers a package of sessions of an hour, valid for a year. */
    public String offerPackage(int credits, long price) {
        return api().post(
                        "/api/packages",
                        Map.of(
                                "name",
                                "Hours",
                                "credits",
                                credits,
                                "maxMinutes",
                                60,
                                "price",
                                price,
                                "validityDays",
                                365))
                .require(201)
                .text("id");
    }

    /** Accepts a request. */
    public Answer accept(String bookingId) {
        return api().post("/api/bookings/" + bookingId + "/accept", "{}");
    }

    /** Declines a request. */
    public Answer decline(String bookingId) {
        return api().post("/api/bookings/" + bookingId + "/decline", "{\"message\": \"I am away.\"}");
    }

    /** Asks the client of a booked session for another time. */
    public Answer propose(String bookingId, Instant start) {
        return api().post("/api/bookings/" + bookingId + "/reschedule", Map.of("start", start.toString()));
    }

    /** Takes none of the times that the client proposes. */
    public Answer declineTimes(String bookingId) {
        return api().post("/api/bookings/" + bookingId + "/suggestions/decline", "{}");
    }

    /** Suggests other times for a request. */
    public Answer suggest(String bookingId, Instant... times) {
        List<String> starts = Arrays.stream(times).map(Instant::toString).toList();
        return api().post("/api/bookings/" + bookingId + "/suggest", Map.of("times", starts));
    }
}
