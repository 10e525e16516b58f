package org.coachbook.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.coachbook.endtoend.journey.Answer;
import org.coachbook.endtoend.journey.Api;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Coach;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Offer;
import org.coachbook.endtoend.journey.Times;

/** Signed quotes beside a route of the same service that only answers what lies ready, the key set; 32 clients each. */
final class Quotes implements Benchmark {
    private static final int CLIENTS = 32;

    /** What one client does again and again. */
    private interface Request {
        Answer send();
    }

    /** One round of one route. */
    private record Measured(double rate, Histogram nanos) {}

    @Override
    public void measure(Run run) {
        Marketplace marketplace = new Marketplace(run.stack());
        Coach coach = marketplace.coach(Offer.PAID);
        Client client = marketplace.client();
        Api service = Api.at(run.stack().address("pricing-service"))
                .withToken(client.person().token());
        Map<String, Object> asked = asked(coach, new Times().next());
        Request quote = () -> service.post("/api/quotes", asked);
        Request nothing = () -> service.get("/.well-known/quote-keys.json");
        round(quote, run.effort());
        round(nothing, run.effort());
        List<Double> ratios = new ArrayList<>();
        List<Measured> quotes = new ArrayList<>();
        for (int n = 0; n < run.effort().rounds(); n++) {
            Measured measured = round(quote, run.effort());
            quotes.add(measured);
            ratios.add(measured.rate() / round(nothing, run.effort()).rate());
        }
        write(run.report(), quotes, ratios);
    }

    private static void write(Report report, List<Measured> quotes, List<Double> ratios) {
        report.row("quotes/s, 32 clients", Median.of(quotes, Measured::rate).text(""), "");
        report.row(
                "quotes against a route that computes nothing",
                Median.of(ratios, ratio -> ratio).text(""),
                "≥ 0.5, aim 0.75");
        report.row(
                "quote p99, 32 clients",
                Median.of(quotes, q -> q.nanos().getValueAtPercentile(99) / 1e6).text("ms"),
                "≤ 3 ms");
    }

    private static Map<String, Object> asked(Coach coach, Instant start) {
        return Map.of(
                "coachId", coach.id(),
                "sessionTypeId", coach.sessionTypeId(),
                "start", start.toString(),
                "durationMinutes", 60);
    }

    private static Measured round(Request request, Effort effort) {
        Histogram nanos = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(1), 3);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(effort.seconds());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < CLIENTS; client++) {
                threads.execute(() -> sendUntil(end, request, nanos));
            }
        }
        return new Measured(nanos.getTotalCount() / (double) effort.seconds(), nanos);
    }

    private static void sendUntil(long end, Request request, Histogram nanos) {
        for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
            request.send().require(200);
            nanos.recordValue(System.nanoTime() - begun);
        }
    }
}
