package org.coachbook.notification.notice;

import java.util.Optional;

/**
 * The names that a notice is told with, read when it is told.
 *
 * @param other the other party's, empty when his account is gone
 * @param session the session type's, empty when it is gone
 */
public record Names(Optional<String> other, Optional<String> session) {}
