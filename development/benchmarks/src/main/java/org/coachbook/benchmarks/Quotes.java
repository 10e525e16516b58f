package org.coachbook.benchmarks;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.coachbook.benchmarks.RepeatedRequest.Round;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Coach;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Offer;
import org.coachbook.endtoend.journey.Times;

/**
 * Signed quotes beside two routes of the same service that compute nothing: the key set, which lies ready, and the same
 * request with a contradiction, which is refused as soon as its caller and its body are read. 32 clients ask again as
 * soon as they have their answer, then ten times a second, more than people who look at times do.
 */
final class Quotes implements Benchmark {
    private static final String SERVICE = "pricing-service";
    private static final Duration NO_PAUSE = Duration.ZERO;
    private static final Duration CALM = Duration.ofMillis(100);

    /** What is asked, and how it went without a pause and with one. */
    private record Asked(String what, RepeatedRequest request, List<Round> busy, List<Round> calm) {
        Asked(String what, RepeatedRequest request) {
            this(what, request, new ArrayList<>(), new ArrayList<>());
        }

        void warmUp(Run run) {
            WarmUp.of(what, () -> request.round(run, SERVICE, NO_PAUSE).rate(), run.report());
        }

        void round(Run run) {
            busy.add(request.round(run, SERVICE, NO_PAUSE));
            calm.add(request.round(run, SERVICE, CALM));
        }

        /** The median of the ratios of the rounds, as what disturbs a round disturbs its neighbour. */
        double rateAgainst(Asked other) {
            List<Double> ratios = IntStream.range(0, busy.size())
                    .mapToObj(n -> busy.get(n).rate() / other.busy.get(n).rate())
                    .toList();
            return Median.of(ratios, ratio -> ratio).value();
        }

        void write(Report report, String targetOfCalm) {
            report.row(what + ", answers/s of 32 clients", text(busy, Round::rate, ""), "");
            report.row(what + ", CPU of the service", text(busy, Round::cpuMicros, "CPU-µs"), "");
            report.row(what + ", p99 without a pause", text(busy, Round::p99, "ms"), "");
            report.row(what + ", p99 ten times a second", text(calm, Round::p99, "ms"), targetOfCalm);
        }

        private static String text(List<Round> rounds, ToDoubleFunction<Round> figure, String unit) {
            return Median.of(rounds, figure).text(unit);
        }
    }

    @Override
    public void measure(Run run) {
        Marketplace marketplace = new Marketplace(run.stack());
        Coach coach = marketplace.coach(Offer.PAID);
        Client client = marketplace.client();
        URI service = run.stack().address(SERVICE);
        Asked quote = new Asked("quotes", question(service, coach, client, ""));
        Asked refused = new Asked(
                "the same, refused at once",
                question(service, coach, client, ", \"usePackage\": true, \"promotionCode\": \"SPRING\"")
                        .answeredWith(400));
        Asked nothing = new Asked(
                "key set, which lies ready", RepeatedRequest.get(service.resolve("/.well-known/quote-keys.json")));
        List<Asked> all = List.of(quote, refused, nothing);
        all.forEach(asked -> asked.warmUp(run));
        for (int n = 0; n < run.effort().rounds(); n++) {
            all.forEach(asked -> asked.round(run));
        }
        Report report = run.report();
        report.row(
                "quotes/s against the same, refused at once", "%.2f".formatted(quote.rateAgainst(refused)), "≥ 0.75");
        report.row("quotes/s against the key set", "%.2f".formatted(quote.rateAgainst(nothing)), "≥ 0.5, aim 0.75");
        quote.write(report, "≤ 3 ms");
        refused.write(report, "");
        nothing.write(report, "");
    }

    private static RepeatedRequest question(URI service, Coach coach, Client client, String more) {
        String body = """
                {"coachId": "%s", "sessionTypeId": "%s", "start": "%s", "durationMinutes": 60%s}
                """.formatted(coach.id(), coach.sessionTypeId(), new Times().next(), more);
        return RepeatedRequest.post(
                service.resolve("/api/quotes"), client.person().token(), body);
    }
}
