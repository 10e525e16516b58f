package org.coachbook.availability.externalcalendars;

/** A calendar could not be read. Says nothing of its address. */
public final class UnreadableCalendarException extends Exception {
    private static final long serialVersionUID = 1;

    private final Trouble trouble;

    UnreadableCalendarException(Trouble trouble) {
        super(trouble.name(), null, false, false);
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }
}
