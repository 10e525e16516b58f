package org.coachbook.gateway;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts a clock in place that tests can move. */
@Singleton
class TestClocks {
    @Produces
    @Singleton
    ShiftedClock clock() {
        return new ShiftedClock();
    }
}
