package org.coachbook.booking;

import org.coachbook.testing.LayeringRules;
import org.junit.jupiter.api.Test;

class LayeringTest {
    @Test
    void cores_know_no_framework_and_only_repositories_touch_collections() {
        LayeringRules.check("org.coachbook.booking");
    }
}
