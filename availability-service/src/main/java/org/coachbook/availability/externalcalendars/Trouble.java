package org.coachbook.availability.externalcalendars;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a calendar could not be read. */
public enum Trouble {
    /** Also where the name stands for an address that is not public: what is inside a network is told to nobody. */
    @JsonProperty("unreachable")
    UNREACHABLE("cannot be reached from the internet"),
    @JsonProperty("too_slow")
    TOO_SLOW("takes too long to answer"),
    @JsonProperty("refused")
    REFUSED("is refused by its server; it may have been renewed or withdrawn there"),
    @JsonProperty("redirects")
    REDIRECTS("leads from one address to the next, or to one that is not read"),
    @JsonProperty("too_large")
    TOO_LARGE("is larger than 5 MB"),
    @JsonProperty("not_a_calendar")
    NOT_A_CALENDAR("does not lead to an iCalendar file that can be understood"),
    @JsonProperty("too_many_events")
    TOO_MANY_EVENTS("holds more events than can be kept"),
    @JsonProperty("later_occurrences_changed")
    LATER_OCCURRENCES_CHANGED("holds a series of which all later occurrences were changed at once, which is not read"),
    @JsonProperty("unread_series")
    UNREAD_SERIES("holds a series that repeats by a rule that is not read"),
    @JsonProperty("unknown_zone")
    UNKNOWN_ZONE("names a time zone that it does not describe and that is not known");

    private final String words;

    Trouble(String words) {
        this.words = words;
    }

    /** The end of a sentence that begins with the address. */
    public String words() {
        return words;
    }
}
