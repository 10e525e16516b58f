package org.coachbook.booking.process;

import java.time.Instant;

/**
 * The command whose reply the step waits for.
 *
 * @param type the command's name, {@code ReserveSlot}
 */
public record Outstanding(String commandId, String type, Instant sentAt) {}
