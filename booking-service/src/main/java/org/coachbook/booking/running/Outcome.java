package org.coachbook.booking.running;

import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.Refusal;

/** What became of a person's action. */
public sealed interface Outcome {
    /** The booking as it now is. */
    record Done(Booking booking) implements Outcome {}

    /** The action was refused. */
    record Refused(Refusal refusal) implements Outcome {}

    /** There is no such booking. */
    record Unknown() implements Outcome {}
}
