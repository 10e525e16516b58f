package org.coachbook.availability;

import org.coachbook.testing.LayeringRules;
import org.junit.jupiter.api.Test;

class LayeringTest {
    @Test
    void the_layers_are_kept_apart() {
        LayeringRules.check("org.coachbook.availability");
    }
}
