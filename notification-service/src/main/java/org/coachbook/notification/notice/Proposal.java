package org.coachbook.notification.notice;

import java.time.Instant;
import java.util.List;

/**
 * Other times for a session that one party offers to the other.
 *
 * @param by who offers them
 * @param times their starts; they last as long as the session
 * @param deadline until when one of them can be taken
 */
public record Proposal(Role by, List<Instant> times, Instant deadline) {}
