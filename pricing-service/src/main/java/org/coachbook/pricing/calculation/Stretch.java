package org.coachbook.pricing.calculation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.coachbook.contracts.pricing.PriceLine;
import org.coachbook.pricing.money.Currency;
import org.coachbook.pricing.money.Fraction;
import org.coachbook.pricing.rates.SessionRate;

/** Successive minutes at one rate. */
record Stretch(Instant start, int minutes, Fraction hourly) {
    private static final int SECONDS = 60;

    /**
     * Cuts a session where its rate changes. Each elapsed minute has the rate of the local clock's label at its
     * beginning; that is right on the days when clocks change, because no local time is ever turned into an instant.
     */
    static List<Stretch> of(SessionRate rate, Session session) {
        List<Stretch> stretches = new ArrayList<>();
        ZoneRules rules = session.zone().getRules();
        int from = 0;
        Fraction usual = rate.usual(session.minutes()).orElseThrow();
        Fraction hourly = rate.hourlyAt(label(session.start(), rules), usual);
        for (int minute = 1; minute < session.minutes(); minute++) {
            Fraction next = rate.hourlyAt(label(at(session, minute), rules), usual);
            if (!next.equals(hourly)) {
                stretches.add(new Stretch(at(session, from), minute - from, hourly));
                from = minute;
                hourly = next;
            }
        }
        stretches.add(new Stretch(at(session, from), session.minutes() - from, hourly));
        return stretches;
    }

    private static Instant at(Session session, int minute) {
        return session.start().plusSeconds((long) minute * SECONDS);
    }

    private static LocalDateTime label(Instant moment, ZoneRules rules) {
        ZoneOffset offset = rules.getOffset(moment);
        return LocalDateTime.ofEpochSecond(moment.getEpochSecond(), 0, offset);
    }

    /** The amount is computed from the exact rate; the line shows the rate rounded to minor units. */
    PriceLine priced(Currency currency) {
        return new PriceLine(start, minutes, hourly.halfUpTo(1), exactly().halfUpTo(currency.chargeable()));
    }

    /** What it costs before anything is rounded. */
    Fraction exactly() {
        return hourly.times(Fraction.of(minutes, 60));
    }
}
