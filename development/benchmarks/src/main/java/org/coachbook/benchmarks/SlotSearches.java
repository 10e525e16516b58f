package org.coachbook.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.HdrHistogram.Histogram;
import org.bson.Document;
import org.coachbook.endtoend.journey.Api;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Offer;

/**
 * Searches free times of a coach with a year of rules and 5,000 bookings, over HTTP, beside one indexed query of the same
 * bookings by a driver in this process: one after the other, in turn, from each day of the year.
 */
final class SlotSearches implements Benchmark {
    private static final ZoneId ZONE = ZoneId.of(Offer.ZONE);
    private static final List<Integer> RANGES = List.of(1, 7, 30, 62);
    private static final int STARTS = 300;
    private static final String BOOKING = "x".repeat(300);

    /** One round: what a search took and what the query took. */
    private record Round(Histogram search, Histogram query) {
        double ratio() {
            return search.getValueAtPercentile(50) / (double) query.getValueAtPercentile(50);
        }
    }

    @Override
    public void measure(Run run) {
        BusyCoach busy = new BusyCoach(new Marketplace(run.stack()));
        Api service = Api.at(run.stack().address("availability-service"));
        try (MongoClient mongo = MongoClients.create(run.stack().addresses().mongodb())) {
            MongoCollection<Document> bookings = sameBookings(mongo, busy);
            Map<Integer, List<Round>> rounds = new TreeMap<>();
            for (int n = 0; n <= run.effort().rounds(); n++) {
                for (int days : RANGES) {
                    Round round = round(
                            run.effort(),
                            from -> search(service, busy, from, days),
                            from -> query(bookings, busy, from, days));
                    if (n > 0) {
                        rounds.computeIfAbsent(days, _ -> new ArrayList<>()).add(round);
                    }
                }
            }
            rounds.forEach((days, measured) -> write(run.report(), days, measured));
        }
    }

    private static void write(Report report, int days, List<Round> rounds) {
        String what = "slot search, a year of rules, 5,000 bookings, %d day%s".formatted(days, days == 1 ? "" : "s");
        report.row(what + ", p50", at(rounds, 50), days == 30 ? "≤ 5 ms" : "");
        report.row(what + ", p99", at(rounds, 99), days == 30 ? "≤ 20 ms" : "");
        report.row(
                what + ", against one indexed query",
                Median.of(rounds, Round::ratio).text("×"),
                days == 30 ? "≤ 5 ×, aim 2 ×" : "");
        report.row(
                "one indexed query of these bookings, %d day%s, p50".formatted(days, days == 1 ? "" : "s"),
                Median.of(rounds, r -> r.query().getValueAtPercentile(50) / 1e6).text("ms"),
                "the yardstick");
    }

    private static String at(List<Round> rounds, double percentile) {
        return Median.of(rounds, r -> r.search().getValueAtPercentile(percentile) / 1e6)
                .text("ms");
    }

    private static Round round(Effort effort, IntConsumer search, IntConsumer query) {
        Round round = new Round(histogram(), histogram());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(effort.seconds());
        for (int from = 0; System.nanoTime() < end; from = (from + 1) % STARTS) {
            time(round.search(), search, from);
            time(round.query(), query, from);
        }
        return round;
    }

    private static Histogram histogram() {
        return new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
    }

    private static void time(Histogram nanos, IntConsumer work, int from) {
        long begun = System.nanoTime();
        work.accept(from);
        nanos.recordValue(System.nanoTime() - begun);
    }

    private static void search(Api service, BusyCoach busy, int from, int days) {
        LocalDate first = busy.first().plusDays(from);
        service.get("/api/coaches/" + busy.coach().id() + "/slots?sessionType="
                        + busy.coach().sessionTypeId() + "&from=" + first + "&to=" + first.plusDays(days - 1L))
                .require(200);
    }

    private static void query(MongoCollection<Document> bookings, BusyCoach busy, int from, int days) {
        LocalDate first = busy.first().plusDays(from);
        bookings.find(Filters.and(
                        Filters.eq("coachId", busy.coach().id()),
                        Filters.gte("start", first.atStartOfDay(ZONE).toInstant()),
                        Filters.lt(
                                "start", first.plusDays(days).atStartOfDay(ZONE).toInstant())))
                .into(new ArrayList<>());
    }

    private static MongoCollection<Document> sameBookings(MongoClient mongo, BusyCoach busy) {
        MongoCollection<Document> bookings = mongo.getDatabase("raw").getCollection("coachBookings");
        bookings.createIndex(Indexes.ascending("coachId", "start"));
        bookings.insertMany(busy.starts().stream()
                .map(start -> new Document("coachId", busy.coach().id())
                        .append("start", start)
                        .append("end", start.plusSeconds(3600))
                        .append("status", "confirmed")
                        .append("more", BOOKING))
                .toList());
        return bookings;
    }
}
