package org.coachbook.endtoend.journey;

/** A coach whose sessions can be booked. */
public record Coach(Person person, String sessionTypeId) {
    public String id() {
        return person.id();
    }

    public Api api() {
        return person.api();
    }

    /** Accepts a request. */
    public Answer accept(String bookingId) {
        return api().post("/api/bookings/" + bookingId + "/accept", "{}");
    }

    /** Declines a request. */
    public Answer decline(String bookingId) {
        return api().post("/api/bookings/" + bookingId + "/decline", "{\"message\": \"I am away.\"}");
    }
}
