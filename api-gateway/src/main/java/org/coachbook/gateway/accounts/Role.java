package org.coachbook.gateway.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/** What a person is. */
public enum Role {
    @JsonProperty("client")
    CLIENT,
    @JsonProperty("coach")
    COACH,
    @JsonProperty("admin")
    ADMIN;

    /** Its name in tokens and answers. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All roles of somebody who is this; a coach is also a client. */
    public List<String> all() {
        return this == COACH ? List.of(COACH.text(), CLIENT.text()) : List.of(text());
    }
}
