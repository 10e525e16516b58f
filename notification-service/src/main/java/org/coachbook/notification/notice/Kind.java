package org.coachbook.notification.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coachbook.contracts.availability.WaitListOfferLapsed;
import org.coachbook.contracts.availability.WaitListOffered;
import org.coachbook.contracts.booking.BookingCancelled;
import org.coachbook.contracts.booking.BookingCompleted;
import org.coachbook.contracts.booking.BookingConfirmed;
import org.coachbook.contracts.booking.BookingDeclined;
import org.coachbook.contracts.booking.BookingExpired;
import org.coachbook.contracts.booking.BookingPaymentRequired;
import org.coachbook.contracts.booking.BookingPlaced;
import org.coachbook.contracts.booking.BookingRejected;
import org.coachbook.contracts.booking.BookingRequested;
import org.coachbook.contracts.booking.ClientNoShow;
import org.coachbook.contracts.payment.event.PaymentRefunded;

/** What people are told about; each kind has the public event that causes it. */
public enum Kind {
    BOOKING_PLACED(BookingPlaced.class),
    BOOKING_PAYMENT_REQUIRED(BookingPaymentRequired.class),
    BOOKING_REQUESTED(BookingRequested.class),
    BOOKING_CONFIRMED(BookingConfirmed.class),
    BOOKING_REJECTED(BookingRejected.class),
    BOOKING_DECLINED(BookingDeclined.class),
    BOOKING_CANCELLED(BookingCancelled.class),
    BOOKING_EXPIRED(BookingExpired.class),
    BOOKING_COMPLETED(BookingCompleted.class),
    CLIENT_NO_SHOW(ClientNoShow.class),
    PAYMENT_REFUNDED(PaymentRefunded.class),
    WAIT_LIST_OFFERED(WaitListOffered.class),
    WAIT_LIST_OFFER_LAPSED(WaitListOfferLapsed.class);

    private static final Map<String, Kind> BY_EVENT_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(Kind::eventType, Function.identity()));

    private final Class<? extends Record> event;

    Kind(Class<? extends Record> event) {
        this.event = event;
    }

    /** The kind that a CloudEvents type causes; empty for events nobody is told about in words. */
    public static Optional<Kind> ofEvent(String type) {
        return Optional.ofNullable(BY_EVENT_TYPE.get(type));
    }

    /** CloudEvents type of its event. */
    public String eventType() {
        return EventType.of(event);
    }

    /** As in JSON and in the keys of the texts: {@code booking_confirmed}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is about a booking; an offer from a wait list comes before there is one. */
    public boolean ofBooking() {
        return this != WAIT_LIST_OFFERED && this != WAIT_LIST_OFFER_LAPSED;
    }

    /** Who has to act on it; his entry is archived with the result as soon as the booking moves on. */
    public Optional<Role> actor() {
        return switch (this) {
            case BOOKING_REQUESTED -> Optional.of(Role.COACH);
            case BOOKING_PAYMENT_REQUIRED -> Optional.of(Role.CLIENT);
            default -> Optional.empty();
        };
    }
}
