package org.coachbook.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Coach;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Offer;
import org.jspecify.annotations.Nullable;

/**
 * A coach with a year of rules and 5,000 bookings, all made through the API: no weekly hours, but an opening by RRULE for
 * each weekday with exceptions, some more that overlap them, and closures, single and repeated. From 07:00 to 23:00 there
 * is room for 16 sessions a day, of which 14 are booked.
 */
final class BusyCoach {
    static final int BOOKINGS = 5_000;

    private static final ZoneId ZONE = ZoneId.of(Offer.ZONE);
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final int YEAR = 364;
    private static final int A_DAY = 14;
    private static final int FIRST_HOUR = 8;
    private static final int EXCEPTIONS_APART_WEEKS = 9;
    private static final int CLIENTS = 60;
    private static final int BOOKING_AT_A_TIME = 16;

    private final LocalDate first = LocalDate.now(ZONE).plusDays(2);
    private final Coach coach;

    BusyCoach(Marketplace marketplace) {
        this.coach = marketplace.coach(Offer.FREE);
        openByRules();
        book(marketplace.clients(CLIENTS));
    }

    Coach coach() {
        return coach;
    }

    /** The first of 364 days. */
    LocalDate first() {
        return first;
    }

    /** The starts of the bookings. */
    List<Instant> starts() {
        return IntStream.range(0, YEAR)
                .mapToObj(first::plusDays)
                .filter(date -> !excepted(date))
                .flatMap(date -> IntStream.range(0, A_DAY)
                        .mapToObj(
                                n -> date.atTime(FIRST_HOUR + n, 0).atZone(ZONE).toInstant()))
                .limit(BOOKINGS)
                .toList();
    }

    private boolean excepted(LocalDate date) {
        long week = first.datesUntil(date.plusDays(1)).count() / DAYS.size();
        return week % EXCEPTIONS_APART_WEEKS == EXCEPTIONS_APART_WEEKS - 1
                && date.getDayOfWeek().getValue() <= 2;
    }

    private void openByRules() {
        String schedule = "/api/coaches/" + coach.id() + "/schedule";
        Map<String, Object> rules = Map.of(
                "timeZone", Offer.ZONE,
                "weeklyHours", List.of(),
                "minimumNoticeMinutes", 0,
                "bookingWindowDays", 730,
                "slotStepMinutes", 60);
        coach.api().put(schedule, rules).require(200);
        List<String> exceptions = IntStream.range(0, YEAR)
                .mapToObj(first::plusDays)
                .filter(this::excepted)
                .map(LocalDate::toString)
                .toList();
        for (int day = 0; day < DAYS.size(); day++) {
            openOn(first.plusDays(day), exceptions);
        }
        for (int n = 0; n < YEAR; n += DAYS.size()) {
            entry("closure", first.plusDays(n), "05:00", "06:00", null, List.of());
        }
    }

    private void openOn(LocalDate date, List<String> exceptions) {
        String weekly = "FREQ=WEEKLY;BYDAY=" + DAYS.get(date.getDayOfWeek().getValue() - 1);
        entry("opening", date, "07:00", "15:00", weekly, exceptions);
        entry("opening", date, "14:00", "23:00", weekly, exceptions);
        entry("opening", date, "10:00", "12:00", weekly + ";INTERVAL=2", exceptions);
        entry("closure", date, "00:30", "05:30", "FREQ=MONTHLY", List.of());
    }

    private void entry(
            String kind, LocalDate date, String from, String to, @Nullable String rule, List<String> exceptions) {
        Map<String, Object> body = new HashMap<>(
                Map.of("kind", kind, "start", date + "T" + from, "end", date + "T" + to, "timeZone", Offer.ZONE));
        body.put("exceptDates", rule == null ? List.of() : exceptions);
        if (rule != null) {
            body.put("recurrence", rule);
        }
        coach.api().post("/api/bookings/availability", body).require(201);
    }

    private void book(List<Client> clients) {
        List<Instant> starts = starts();
        Semaphore places = new Semaphore(BOOKING_AT_A_TIME);
        List<Future<?>> booked = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < starts.size(); n++) {
                Client client = clients.get(n % CLIENTS);
                Instant start = starts.get(n);
                places.acquireUninterruptibly();
                booked.add(threads.submit(() -> {
                    try {
                        client.book(
                                        coach,
                                        start,
                                        client.quote(coach, start),
                                        UUID.randomUUID().toString())
                                .require(201);
                    } finally {
                        places.release();
                    }
                }));
            }
        }
        Stream.of(booked).flatMap(List::stream).forEach(Future::resultNow);
    }
}
