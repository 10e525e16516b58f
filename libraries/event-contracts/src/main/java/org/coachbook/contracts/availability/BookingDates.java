package org.coachbook.contracts.availability;

import java.time.LocalDate;

/** The dates, both included and in the coach's zone, on which sessions can start. */
public record BookingDates(LocalDate from, LocalDate to) {}
