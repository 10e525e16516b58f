package org.coachbook.booking.process;

/** Everything that can move a booking. */
public sealed interface Input permits Reply, Action, Input.TimeOut, Input.Compensate, Input.Resend {
    /** The booking's timer is due. */
    record TimeOut() implements Input {}

    /** An operator ends the booking and gives everything back. */
    record Compensate() implements Input {}

    /** An operator has what is outstanding sent once more. */
    record Resend() implements Input {}
}
