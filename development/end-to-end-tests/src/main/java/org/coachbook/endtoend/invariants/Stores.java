package org.coachbook.endtoend.invariants;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.coachbook.endtoend.journey.Api;
import org.coachbook.localstack.StackAddresses;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.ReceivedMessage;

/** Reads all stores and the simulator directly. */
final class Stores implements AutoCloseable {
    private static final int PAGE = 100;

    private final StackAddresses addresses;
    private final MongoClient mongo;

    Stores(StackAddresses addresses) {
        this.addresses = addresses;
        this.mongo = MongoClients.create(addresses.mongodb());
    }

    List<BookingFact> bookings() {
        return collection("booking", "bookings").find().map(BookingFact::of).into(new ArrayList<>());
    }

    List<CalendarFact> calendar() {
        List<CalendarFact> entries = new ArrayList<>();
        collection("availability", "calendarWeeks").find().forEach(week -> CalendarFact.of(week)
                .forEach(entries::add));
        return entries;
    }

    List<Document> invoices() {
        return collection("pricing", "invoices").find().into(new ArrayList<>());
    }

    List<PackageFact> packages() {
        return collection("pricing", "client_packages")
                .find()
                .map(PackageFact::of)
                .into(new ArrayList<>());
    }

    List<Document> promotions() {
        return collection("pricing", "promotions").find().into(new ArrayList<>());
    }

    /** Whether a service has messages it could not send yet, or calls to Stripe it has not made. */
    boolean busy() {
        return pending("booking", "bookings")
                || pending("availability", "calendarWeeks")
                || pending("payment", "payments")
                || pending("pricing", "promotions")
                || pending("pricing", "client_packages")
                || exists("payment", "payments", "work.call");
    }

    List<IntentFact> intents() {
        Api stripe = Api.at(addresses.stripe()).withToken(addresses.stripeSecretKey());
        List<IntentFact> intents = new ArrayList<>();
        String page = "/v1/payment_intents?expand[]=data.latest_charge&limit=" + PAGE;
        JsonNode answer;
        do {
            String after = intents.isEmpty()
                    ? ""
                    : "&starting_after=" + intents.getLast().id();
            answer = stripe.get(page.replace("[", "%5B").replace("]", "%5D") + after)
                    .require(200)
                    .body();
            answer.path("data").forEach(intent -> intents.add(IntentFact.of(intent)));
        } while (answer.path("has_more").asBoolean());
        return intents;
    }

    List<ReceivedMessage> events() {
        try (KafkaProbe probe = KafkaProbe.of(addresses.kafka(), "booking.events")) {
            return probe.allWithin(Duration.ofSeconds(1));
        }
    }

    private boolean pending(String database, String name) {
        return exists(database, name, "outboxPendingSince");
    }

    private boolean exists(String database, String name, String field) {
        return collection(database, name).find(Filters.exists(field)).first() != null;
    }

    private MongoCollection<Document> collection(String database, String name) {
        return mongo.getDatabase(database).getCollection(name);
    }

    @Override
    public void close() {
        mongo.close();
    }
}
