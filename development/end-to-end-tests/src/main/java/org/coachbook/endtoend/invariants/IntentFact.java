package org.coachbook.endtoend.invariants;

import com.fasterxml.jackson.databind.JsonNode;

/** A PaymentIntent as Stripe tells it; amounts in minor units. */
record IntentFact(String id, String bookingId, String packageId, String status, long received, long refunded) {
    static IntentFact of(JsonNode intent) {
        return new IntentFact(
                intent.path("id").asText(),
                intent.at("/metadata/bookingId").asText(),
                intent.at("/metadata/packageId").asText(),
                intent.path("status").asText(),
                intent.path("amount_received").asLong(),
                intent.at("/latest_charge/amount_refunded").asLong());
    }

    /** Money that Stripe has taken and not given back. */
    long kept() {
        return received == 0 ? 0 : received - refunded; // a released authorisation counts as refunded, too
    }

    /** Money reserved at the client's bank. */
    boolean holdsMoney() {
        return status.equals("requires_capture");
    }
}
