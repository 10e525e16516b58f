package org.coachbook.testing.sample.booking.approval;

import org.coachbook.testing.sample.booking.placement.PlacementRepository;

/** Has an empty name and uses another feature's repository. */
public record ApprovalHelper(PlacementRepository bookings) {}
