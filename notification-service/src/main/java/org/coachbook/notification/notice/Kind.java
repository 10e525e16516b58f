package org.coachbook.notification.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coachbook.contracts.account.ClientInvited;
import org.coachbook.contracts.account.ConnectionChanged;
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
import org.coachbook.contracts.booking.BookingRescheduled;
import org.coachbook.contracts.booking.ClientNoShow;
import org.coachbook.contracts.booking.MinimumAttendeesAwaited;
import org.coachbook.contracts.booking.RescheduleDeclined;
import org.coachbook.contracts.booking.RescheduleProposed;
import org.coachbook.contracts.booking.TimesSuggested;
import org.coachbook.contracts.payment.event.PaymentRefunded;
import org.coachbook.contracts.pricing.PackageBought;

/** What people are told about; each kind has the public event that causes it. */
public enum Kind {
    BOOKING_PLACED(BookingPlaced.class),
    BOOKING_PAYMENT_REQUIRED(BookingPaymentRequired.class),
    BOOKING_REQUESTED(BookingRequested.class),
    TIMES_SUGGESTED(TimesSuggested.class),
    BOOKING_CONFIRMED(BookingConfirmed.class),
    RESCHEDULE_PROPOSED(RescheduleProposed.class),
    BOOKING_RESCHEDULED(BookingRescheduled.class),
    RESCHEDULE_DECLINED(RescheduleDeclined.class),
    BOOKING_REJECTED(BookingRejected.class),
    BOOKING_DECLINED(BookingDeclined.class),
    BOOKING_CANCELLED(BookingCancelled.class),
    BOOKING_EXPIRED(BookingExpired.class),
    MINIMUM_ATTENDEES_AWAITED(MinimumAttendeesAwaited.class),
    BOOKING_COMPLETED(BookingCompleted.class),
    CLIENT_NO_SHOW(ClientNoShow.class),
    PAYMENT_REFUNDED(PaymentRefunded.class),
    WAIT_LIST_OFFERED(WaitListOffered.class, About.OFFER),
    WAIT_LIST_OFFER_LAPSED(WaitListOfferLapsed.class, About.OFFER),
    CONNECTION_REQUESTED(ConnectionChanged.class, About.CONNECTION),
    CONNECTION_ACCEPTED(ConnectionChanged.class, About.CONNECTION),
    CONNECTION_DECLINED(ConnectionChanged.class, About.CONNECTION),
    CONNECTION_ENDED(ConnectionChanged.class, About.CONNECTION),
    CLIENT_INVITED(ClientInvited.class, About.INVITATION),
    PACKAGE_BOUGHT(PackageBought.class, About.PACKAGE);

    private static final Map<String, Kind> BY_EVENT_TYPE = Arrays.stream(values())
            .filter(kind -> kind.about != About.CONNECTION)
            .collect(Collectors.toMap(Kind::eventType, Function.identity()));

    private final Class<? extends Record> event;
    private final About about;

    Kind(Class<? extends Record> event) {
        this(event, About.BOOKING);
    }

    Kind(Class<? extends Record> event, About about) {
        this.event = event;
        this.about = about;
    }

    /**
     * The kind that a CloudEvents type causes; empty for events nobody is told about in words, as that enough take part,
     * which the confirmation says when the money is taken, and where the type alone
     * does not say it.
     */
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

    /** Topic of its event. */
    public String topic() {
        return EventType.topicOf(event);
    }

    /** What it is about. */
    public About about() {
        return about;
    }

    /** Whether a mail tells it, too; that a connection is not wanted, or not any more, is said without ado. */
    public boolean mailed() {
        return this != CONNECTION_DECLINED && this != CONNECTION_ENDED;
    }

    /** Whether there are times to choose from. */
    public boolean offersTimes() {
        return this == TIMES_SUGGESTED || this == RESCHEDULE_PROPOSED;
    }

    /** Who has to act on it; his entry is archived with the result as soon as what it is about moves on. */
    public Set<Role> actors() {
        return switch (this) {
            case BOOKING_REQUESTED -> Set.of(Role.COACH);
            case BOOKING_PAYMENT_REQUIRED, TIMES_SUGGESTED -> Set.of(Role.CLIENT);
            case RESCHEDULE_PROPOSED, CONNECTION_REQUESTED -> Set.of(Role.COACH, Role.CLIENT);
            default -> Set.of();
        };
    }
}
