package org.coachbook.contracts.availability;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may see a calendar or a session type. */
public enum Visibility {
    @JsonProperty("public")
    PUBLIC,
    @JsonProperty("connected")
    CONNECTED,
    @JsonProperty("private")
    PRIVATE
}
