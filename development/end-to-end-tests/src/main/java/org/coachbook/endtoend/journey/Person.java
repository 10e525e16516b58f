package org.coachbook.endtoend.journey;

/** Somebody signed in at the gateway. */
public record Person(String id, String email, String token, Api api) {
    /** The same person speaking through another caller. */
    public Person with(Api other) {
        return new Person(id, email, token, other);
    }
}
