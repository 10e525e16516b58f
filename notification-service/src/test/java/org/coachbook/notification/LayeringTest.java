package org.coachbook.notification;

import org.coachbook.testing.LayeringRules;
import org.junit.jupiter.api.Test;

class LayeringTest {
    @Test
    void the_architecture_rules_hold() {
        LayeringRules.check("org.coachbook.notification");
    }
}
