package org.coachbook.testing.sample.wellmade.placement;

/** A core class. */
public record Quote(long amount) {}
