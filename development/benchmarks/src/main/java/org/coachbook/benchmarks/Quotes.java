package org.coachbook.benchmarks;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Coach;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Offer;
import org.coachbook.endtoend.journey.Times;

/**
 * Signed quotes beside a route of the same service that only answers what lies ready, the key set: 32 clients who ask
 * again as soon as they have their answer, then 32 who ask ten times a second, more than people who look at times do.
 */
final class Quotes implements Benchmark {
    private static final String SERVICE = "pricing-service";
    private static final Duration NO_PAUSE = Duration.ZERO;
    private static final Duration CALM = Duration.ofMillis(100);

    @Override
    public void measure(Run run) {
        RepeatedRequest quote = quote(run);
        RepeatedRequest nothing =
                RepeatedRequest.get(run.stack().address(SERVICE).resolve("/.well-known/quote-keys.json"));
        warmUp("quotes", quote, run);
        warmUp("a route that computes nothing", nothing, run);
        List<RepeatedRequest.Round> quotes = new ArrayList<>();
        List<RepeatedRequest.Round> nothings = new ArrayList<>();
        List<RepeatedRequest.Round> calm = new ArrayList<>();
        List<RepeatedRequest.Round> calmNothings = new ArrayList<>();
        for (int n = 0; n < run.effort().rounds(); n++) {
            quotes.add(quote.round(run, SERVICE, NO_PAUSE));
            nothings.add(nothing.round(run, SERVICE, NO_PAUSE));
            calm.add(quote.round(run, SERVICE, CALM));
            calmNothings.add(nothing.round(run, SERVICE, CALM));
        }
        write(run.report(), quotes, nothings);
        String p99 = ", p99, 32 clients ten times a second";
        run.report().row("quote" + p99, text(calm, RepeatedRequest.Round::p99, "ms"), "≤ 3 ms");
        run.report().row("nothing" + p99, text(calmNothings, RepeatedRequest.Round::p99, "ms"), "");
    }

    private static void warmUp(String what, RepeatedRequest request, Run run) {
        WarmUp.of(what, () -> request.round(run, SERVICE, NO_PAUSE).rate(), run.report());
    }

    private static void write(Report report, List<RepeatedRequest.Round> quotes, List<RepeatedRequest.Round> nothings) {
        List<Double> ratios = IntStream.range(0, quotes.size())
                .mapToObj(n -> quotes.get(n).rate() / nothings.get(n).rate())
                .toList();
        report.row("quotes/s, 32 clients", text(quotes, RepeatedRequest.Round::rate, ""), "");
        report.row("answers/s of a route that computes nothing", text(nothings, RepeatedRequest.Round::rate, ""), "");
        report.row(
                "quotes against a route that computes nothing",
                "%.2f".formatted(Median.of(ratios, ratio -> ratio).value()),
                "≥ 0.5, aim 0.75");
        report.row("quote, CPU of the service", text(quotes, RepeatedRequest.Round::cpuMicros, "CPU-µs"), "");
        report.row("nothing, CPU of the service", text(nothings, RepeatedRequest.Round::cpuMicros, "CPU-µs"), "");
        report.row("quote p99, 32 clients without a pause", text(quotes, RepeatedRequest.Round::p99, "ms"), "");
        report.row("nothing, p99, 32 clients without a pause", text(nothings, RepeatedRequest.Round::p99, "ms"), "");
    }

    private static String text(
            List<RepeatedRequest.Round> rounds, ToDoubleFunction<RepeatedRequest.Round> figure, String unit) {
        return Median.of(rounds, figure).text(unit);
    }

    private static RepeatedRequest quote(Run run) {
        Marketplace marketplace = new Marketplace(run.stack());
        Coach coach = marketplace.coach(Offer.PAID);
        Client client = marketplace.client();
        URI service = run.stack().address(SERVICE).resolve("/api/quotes");
        String body = """
                {"coachId": "%s", "sessionTypeId": "%s", "start": "%s", "durationMinutes": 60}
                """.formatted(coach.id(), coach.sessionTypeId(), new Times().next());
        return RepeatedRequest.post(service, client.person().token(), body);
    }
}
