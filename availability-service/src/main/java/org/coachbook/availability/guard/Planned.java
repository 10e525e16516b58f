package org.coachbook.availability.guard;

/** What is to be done with a schedule as it stands: an attempt to reserve, or a refusal without one. */
public sealed interface Planned permits Attempt, Outcome.Refused {}
