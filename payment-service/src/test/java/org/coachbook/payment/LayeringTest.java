package org.coachbook.payment;

import org.coachbook.testing.LayeringRules;
import org.junit.jupiter.api.Test;

class LayeringTest {
    @Test
    void the_layers_hold() {
        LayeringRules.check("org.coachbook.payment");
    }
}
