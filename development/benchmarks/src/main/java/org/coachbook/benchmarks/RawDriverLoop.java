package org.coachbook.benchmarks;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.coachbook.localstack.StackAddresses;
import org.jspecify.annotations.Nullable;

/**
 * The yardstick: one process that does nothing but the writes of a free booking, with documents of the same size: insert
 * the booking, take the time, and four times take a sent message out, each journaled by the majority.
 */
final class RawDriverLoop {
    private static final int WORKERS = 32;
    private static final String TEXT = "x".repeat(900);

    private final StackAddresses addresses;
    private final Effort effort;
    private final Report report;
    private @Nullable Double measured;

    RawDriverLoop(StackAddresses addresses, Effort effort, Report report) {
        this.addresses = addresses;
        this.effort = effort;
        this.report = report;
    }

    /** Units per second, measured when first asked for. */
    double perSecond() {
        if (measured == null) {
            measured = measure();
        }
        return measured;
    }

    private double measure() {
        try (MongoClient mongo = MongoClients.create(addresses.mongodb())) {
            var database = mongo.getDatabase("raw").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
            List<Double> rounds = new ArrayList<>();
            for (int n = 0; n <= effort.rounds(); n++) {
                double perSecond = round(database.getCollection("bookings"), database.getCollection("weeks"), effort);
                if (n > 0) {
                    rounds.add(perSecond);
                }
            }
            Median median = Median.of(rounds, r -> r);
            report.row("raw driver loop, the writes of a free booking/s", median.text(""), "the yardstick");
            return median.value();
        }
    }

    private static double round(MongoCollection<Document> bookings, MongoCollection<Document> weeks, Effort effort) {
        AtomicInteger done = new AtomicInteger();
        long begun = System.nanoTime();
        long end = begun + effort.seconds() * 1_000_000_000L;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int w = 0; w < WORKERS; w++) {
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        book(bookings, weeks, done.incrementAndGet());
                    }
                });
            }
        }
        return done.get() * 1e9 / (System.nanoTime() - begun);
    }

    private static void book(MongoCollection<Document> bookings, MongoCollection<Document> weeks, int n) {
        String id = UUID.randomUUID().toString();
        String week = "week-" + n % Tickets.COACHES + "-" + n / Tickets.COACHES / Tickets.A_WEEK;
        bookings.insertOne(new Document("_id", id).append("text", TEXT).append("outbox", List.of(message(id))));
        weeks.updateOne(
                Filters.eq(week),
                Updates.combine(
                        Updates.pushEach("busy", List.of(new Document("id", id)), slice()),
                        Updates.push("outbox", message(id))),
                new com.mongodb.client.model.UpdateOptions().upsert(true));
        bookings.updateOne(Filters.eq(id), sent(id));
        bookings.updateOne(
                Filters.eq(id), Updates.combine(Updates.set("status", TEXT), Updates.push("outbox", message(id))));
        bookings.updateOne(Filters.eq(id), sent(id));
        weeks.updateOne(Filters.eq(week), sent(id));
    }

    private static com.mongodb.client.model.PushOptions slice() {
        return new com.mongodb.client.model.PushOptions().slice(-20);
    }

    private static org.bson.conversions.Bson sent(String id) {
        return Updates.pull("outbox", new Document("id", id));
    }

    private static Document message(String id) {
        return new Document("id", id).append("payload", TEXT.substring(0, 400));
    }
}
