package org.coachbook.availability.schedules;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a dated entry opens a time or closes it. A closure wins over any opening. */
public enum EntryKind {
    @JsonProperty("opening")
    OPENING,
    @JsonProperty("closure")
    CLOSURE
}
