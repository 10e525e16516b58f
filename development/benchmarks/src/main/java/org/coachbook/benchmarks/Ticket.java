package org.coachbook.benchmarks;

import java.time.Instant;
import org.coachbook.endtoend.journey.Answer;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Coach;

/** A booking that is ready to be placed: who, with whom, when, at which price. */
record Ticket(Client client, Coach coach, Instant start, String quote, String key) {
    Answer place() {
        return client.book(coach, start, quote, key);
    }
}
