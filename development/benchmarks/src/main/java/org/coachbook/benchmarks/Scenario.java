package org.coachbook.benchmarks;

import org.coachbook.endtoend.journey.Answer;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Offer;

/** What is booked. */
enum Scenario {
    FREE(Offer.FREE, "free", "p50 ≤ 25 ms, p99 ≤ 100 ms at half load"),
    PAID(Offer.PAID, "paid", "p50 ≤ 25 ms, p99 ≤ 100 ms at half load");

    private final Offer offer;
    private final String label;
    private final String target;

    Scenario(Offer offer, String label, String target) {
        this.offer = offer;
        this.label = label;
        this.target = target;
    }

    Offer offer() {
        return offer;
    }

    String label() {
        return label;
    }

    String target() {
        return target;
    }

    /** What the client does once the booking was answered. */
    void afterwards(Client client, Answer placed) {
        if (this == PAID) {
            client.pay(placed.text("paymentIntentClientSecret"), Client.VISA).require(200);
        }
    }
}
