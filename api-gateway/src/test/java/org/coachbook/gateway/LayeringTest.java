package org.coachbook.gateway;

import org.coachbook.testing.LayeringRules;
import org.junit.jupiter.api.Test;

class LayeringTest {
    @Test
    void cores_know_no_framework_and_features_keep_their_repositories() {
        LayeringRules.check("org.coachbook.gateway");
    }
}
