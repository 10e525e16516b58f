package org.coachbook.booking.process;

import java.util.Arrays;
import java.util.Optional;

/** The steps of the process. Bookings store the name, so the order here may change, a name may not. */
public enum Step {
    RESERVE_SLOT("reserve-slot", true),
    REDEEM("redeem", true),
    PREPARE_PAYMENT("prepare-payment", true),
    AWAIT_PAYMENT("await-payment", false),
    SETTLE_PAYMENT("settle-payment", true),
    AWAIT_COACH("await-coach", false),
    SUGGEST_TIMES("suggest-times", true),
    AWAIT_CHOICE("await-choice", false),
    CONFIRM_SLOT("confirm-slot", true),
    AWAIT_MINIMUM("await-minimum", false),
    CAPTURE("capture", true),
    AWAIT_SESSION("await-session", false),
    MOVE_SLOT("move-slot", true),
    PROPOSE_TIMES("propose-times", true),
    TAKE_TIME("take-time", true),
    ENDED("ended", false);

    private final String stepName;
    private final boolean inFlight;

    Step(String stepName, boolean inFlight) {
        this.stepName = stepName;
        this.inFlight = inFlight;
    }

    /** The name as it is stored. */
    public String stepName() {
        return stepName;
    }

    /** Whether a command is out whose reply decides what comes next. */
    public boolean isInFlight() {
        return inFlight;
    }

    /** The step with that name; empty for a name this version of the process does not know. */
    public static Optional<Step> find(String name) {
        return Arrays.stream(values())
                .filter(step -> step.stepName.equals(name))
                .findFirst();
    }

    /**
     * The step with that name.
     *
     * @throws IllegalStateException for a name this version of the process does not know: it must not guess
     */
    public static Step named(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("Unknown step '" + name + "'"));
    }
}
