package org.coachbook.booking.process;

import java.util.List;

/** What an input makes of a booking. */
public sealed interface Decision {
    /** It changes, and these messages tell so; the new timer is part of the booking. */
    record Move(Booking next, List<Message> messages) implements Decision {}

    /** Nothing changes: it was done before, or means nothing here. */
    record Stay() implements Decision {}

    /** A person's action is refused. */
    record Refuse(Refusal refusal) implements Decision {}
}
