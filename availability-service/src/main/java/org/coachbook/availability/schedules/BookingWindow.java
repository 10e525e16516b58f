package org.coachbook.availability.schedules;

import java.time.LocalDate;

/** The dates, both included and in the coach's zone, on which sessions can start. */
public record BookingWindow(LocalDate from, LocalDate to) {}
