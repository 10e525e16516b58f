package org.coachbook.contracts.availability;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How many people a session type is for. */
public enum SessionFormat {
    @JsonProperty("one_on_one")
    ONE_ON_ONE,
    @JsonProperty("group")
    GROUP,
    @JsonProperty("workshop")
    WORKSHOP
}
