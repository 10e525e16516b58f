package org.coachbook.availability.sessiontypes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reminders before a session and follow-ups after it. */
public record SessionNotifications(List<Timing> preSession, List<Timing> postSession) {
    /**
     * One reminder.
     *
     * @param minutes before the start, or after the end
     */
    public record Timing(int minutes, Channel type) {}

    /** How it is sent. */
    public enum Channel {
        @JsonProperty("email")
        EMAIL,
        @JsonProperty("in_app")
        IN_APP,
        @JsonProperty("push")
        PUSH,
        @JsonProperty("sms")
        SMS
    }

    @JsonCreator
    static SessionNotifications of(
            @JsonProperty("preSession") @Nullable List<Timing> preSession,
            @JsonProperty("postSession") @Nullable List<Timing> postSession) {
        return new SessionNotifications(
                preSession == null ? List.of() : List.copyOf(preSession),
                postSession == null ? List.of() : List.copyOf(postSession));
    }
}
