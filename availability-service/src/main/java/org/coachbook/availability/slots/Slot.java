package org.coachbook.availability.slots;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A free time.
 *
 * @param heldByYou true on the time that the viewer holds himself, else left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Slot(Instant start, Instant end, @Nullable Boolean heldByYou) {}
