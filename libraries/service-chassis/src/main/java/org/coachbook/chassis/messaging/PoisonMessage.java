package org.coachbook.chassis.messaging;

/** A message that can never be handled, however often it is tried. It goes to the dead-letter topic. */
public final class PoisonMessage extends RuntimeException {
    public PoisonMessage(String reason) {
        super(reason);
    }

    public PoisonMessage(String reason, Throwable cause) {
        super(reason, cause);
    }
}
