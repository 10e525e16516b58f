package org.coachbook.booking.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.availability.BookingMode;
import org.coachbook.contracts.availability.MinimumAttendees;
import org.coachbook.contracts.availability.PaymentTiming;
import org.coachbook.contracts.availability.RefundTier;
import org.coachbook.contracts.availability.SessionFormat;
import org.coachbook.contracts.availability.SessionTerms;
import org.coachbook.contracts.availability.SlotReserved;
import org.coachbook.contracts.pricing.DiscountKind;
import org.coachbook.contracts.pricing.DiscountLine;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.contracts.pricing.Quote;
import org.coachbook.contracts.pricing.RedeemableDiscount;
import org.coachbook.contracts.pricing.Vat;
import org.jspecify.annotations.Nullable;

/** A booking that a test leads through its process by hand, and everything it sent on the way. */
public final class Scenario {
    public static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    public static final Instant START = NOW.plus(Duration.ofDays(5));
    public static final List<RefundTier> TIERS = List.of(new RefundTier(48, 100), new RefundTier(24, 50));
    static final RedeemableDiscount CODE = new RedeemableDiscount(DiscountKind.PROMOTION, "promo", "SPRING");
    static final MinimumAttendees TWO = new MinimumAttendees(2, 24 * 60);
    static final TodaysPrice CHEAP = new TodaysPrice("CHF", 0, 0, 0);
    static final String COACH = "coach";
    static final String CLIENT = "client";

    final BookingProcess process = new BookingProcess(Deadlines.standard());
    final List<Record> sent = new ArrayList<>();
    Instant now = NOW;
    Booking booking;
    Decision last;

    private Scenario(Order order) {
        Decision.Move placed = process.place("b", order, now);
        this.last = placed;
        this.booking = placed.next();
        take(placed);
    }

    static Scenario placed(long total) {
        return placed(total, START);
    }

    static Scenario placed(long total, Instant start) {
        return new Scenario(order(total, start));
    }

    /** One whose price was made with a code. */
    static Scenario placedWithCode(long total) {
        return new Scenario(order(START, quote(total, START, null, CODE)));
    }

    /** One of 120.00 less 12.00 for booking early, and 5.00 less with a code, or all of it paid with a credit. */
    static Scenario placedRedeeming(DiscountKind kind) {
        boolean code = kind == DiscountKind.PROMOTION;
        DiscountLine redeemed = code
                ? new DiscountLine("promotion", 500, "code SPRING")
                : new DiscountLine("package", 10_800, "ten sessions");
        List<DiscountLine> discounts = List.of(new DiscountLine("early_bird", 1_200, "early"), redeemed);
        long total = 10_800 - redeemed.amount();
        Price price = new Price("CHF", 12_000, discounts, total, total, new Vat("0", 0, true), total);
        return new Scenario(order(START, quote(price, START, null, new RedeemableDiscount(kind, "promo", "SPRING"))));
    }

    public static Order order(long total, Instant start) {
        return order(start, quote(total, start));
    }

    private static Order order(Instant start, Quote quote) {
        return new Order(
                COACH, CLIENT, "ref", "type", start, 60, null, null, null, "Europe/Zurich", quote, "hash", NOW);
    }

    public static Quote quote(long total, Instant start) {
        return quote(total, start, null, null);
    }

    public static Quote quote(
            long total, Instant start, @Nullable Integer occurrences, @Nullable RedeemableDiscount redeems) {
        Price price = new Price("CHF", total, List.of(), total, total, new Vat("0", 0, true), total);
        return quote(price, start, occurrences, redeems);
    }

    private static Quote quote(
            Price price, Instant start, @Nullable Integer occurrences, @Nullable RedeemableDiscount redeems) {
        return new Quote(
                "q",
                CLIENT,
                COACH,
                "type",
                1,
                start,
                60,
                occurrences,
                1,
                redeems,
                price,
                List.of(),
                TIERS,
                0,
                price.total(),
                NOW.plus(Duration.ofMinutes(15)));
    }

    /** Feeds one input; what it makes of the booking becomes the booking. */
    Scenario then(Input input) {
        last = process.decide(booking, input, now);
        if (last instanceof Decision.Move move) {
            booking = move.next();
            take(move);
        }
        return this;
    }

    Scenario reserved(BookingMode mode) {
        return reserved(mode, PaymentTiming.IMMEDIATE, false);
    }

    Scenario reserved(BookingMode mode, PaymentTiming timing, boolean confirmed) {
        return then(reservation(booking, mode, timing, confirmed));
    }

    /** A seat in a session that takes place only with two people, which is decided a day before. */
    Scenario seated(BookingMode mode, PaymentTiming timing) {
        return then(reservation(booking, mode, timing, false, TWO));
    }

    static Reply.Reserved reservation(Booking booking, BookingMode mode, PaymentTiming timing, boolean confirmed) {
        return reservation(booking, mode, timing, confirmed, null);
    }

    static Reply.Reserved reservation(
            Booking booking,
            BookingMode mode,
            PaymentTiming timing,
            boolean confirmed,
            @Nullable MinimumAttendees minimum) {
        SessionTerms terms = new SessionTerms("type", 1, SessionFormat.GROUP, timing, 15, 15, 24, TIERS, minimum);
        Slot slot = booking.progress().slot();
        return new Reply.Reserved(new SlotReserved(
                booking.reservationId(),
                booking.id(),
                COACH,
                mode,
                confirmed,
                terms,
                slot.start(),
                slot.end(),
                "Europe/Zurich"));
    }

    /** Moves the time to the booking's timer and lets it ring. */
    Scenario timeOut() {
        Instant timer = booking.nextTimerAt();
        now = timer == null ? now : timer;
        return then(new Input.TimeOut());
    }

    Scenario at(Instant instant) {
        now = instant;
        return this;
    }

    BookingStatus status() {
        return booking.status();
    }

    Step step() {
        return booking.step();
    }

    /** Names of the records sent, in order. */
    List<String> sentNames() {
        return sent.stream().map(r -> r.getClass().getSimpleName()).toList();
    }

    /** CloudEvents types of the public events sent, in order. */
    List<String> events() {
        return sent.stream()
                .map(r -> r.getClass().getAnnotation(Contract.class))
                .filter(c -> c.topic().equals("booking.events"))
                .map(Contract::type)
                .toList();
    }

    private void take(Decision.Move move) {
        move.messages().forEach(message -> sent.add(message.payload()));
    }
}
