package org.coachbook.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coachbook.endtoend.journey.Marketplace;

/** Bookings per second from the request to {@code BookingConfirmed} consumed, and their latency at half of that. */
final class Bookings implements Benchmark {
    private static final int WORKERS = 32;
    private static final int WARM_UP = 1_500;
    /** A little, because each round has new people. */
    private static final int WARM_UP_OF_ROUND = 200;

    private record Round(double perSecond, double p50, double p99, Map<String, Double> cpuMillis) {
        double cpuInAll() {
            return cpuMillis.values().stream().mapToDouble(d -> d).sum();
        }
    }

    private final Scenario scenario;

    Bookings(Scenario scenario) {
        this.scenario = scenario;
    }

    @Override
    public void measure(Run run) {
        double raw = run.yardstick().perSecond();
        List<Round> rounds = new ArrayList<>();
        try (Confirmations confirmations =
                new Confirmations(run.stack().addresses().kafka())) {
            WarmUp.of(
                    scenario.label() + " bookings",
                    () -> new Load(scenario, confirmations)
                            .saturate(tickets(run).take(WARM_UP), WORKERS),
                    run.report());
            for (int n = 0; n < run.effort().rounds(); n++) {
                Tickets tickets = tickets(run);
                double rate = new Load(scenario, confirmations).saturate(tickets.take(WARM_UP_OF_ROUND), WORKERS);
                rounds.add(round(tickets, rate, run, confirmations));
            }
        }
        write(rounds, raw, run.report());
    }

    /** Of new people, because an access token lives five minutes. */
    private Tickets tickets(Run run) {
        return new Tickets(new Marketplace(run.stack()), scenario.offer());
    }

    private Round round(Tickets tickets, double expected, Run run, Confirmations confirmations) {
        Effort effort = run.effort();
        Processes processes = run.processes();
        int number = (int) (expected * effort.seconds()) + 1;
        double perSecond = new Load(scenario, confirmations).saturate(tickets.take(number), WORKERS);
        List<Ticket> half = tickets.take((int) (perSecond / 2 * effort.seconds()) + 1);
        Load load = new Load(scenario, confirmations);
        Map<String, Duration> before = processes.cpu();
        load.arrive(half, perSecond / 2);
        Map<String, Double> cpu = Processes.spent(before, processes.cpu(), half.size());
        return new Round(perSecond, load.millisAt(50), load.millisAt(99), cpu);
    }

    private void write(List<Round> rounds, double raw, Report report) {
        String what = scenario.label() + " bookings";
        Median perSecond = Median.of(rounds, Round::perSecond);
        report.row(what + "/s, request → BookingConfirmed consumed", perSecond.text(""), "");
        report.row(
                what + "/s against the raw driver loop", "%.2f".formatted(perSecond.value() / raw), "≥ 0.25, aim 0.45");
        report.row(what + ", p50 at half load", Median.of(rounds, Round::p50).text("ms"), scenario.target());
        report.row(what + ", p99 at half load", Median.of(rounds, Round::p99).text("ms"), scenario.target());
        report.row(what + ", CPU in all", Median.of(rounds, Round::cpuInAll).text("CPU-ms"), "free ≤ 12 CPU-ms");
        String byProcess = Processes.text(rounds.stream().map(Round::cpuMillis).toList());
        report.row(what + ", CPU-ms by process", byProcess, "");
    }
}
