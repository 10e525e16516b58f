package org.coachbook.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    @Test
    void the_documented_form_becomes_environment_variables() {
        assertThat(Deadlines.parse("hold=20s,payment=30s,request=2m,wait-list-offer=15s")
                        .environment())
                .isEqualTo(Map.of(
                        "COACHBOOK_DEADLINES_HOLD", "PT20S",
                        "COACHBOOK_DEADLINES_PAYMENT", "PT30S",
                        "COACHBOOK_DEADLINES_REQUEST", "PT2M",
                        "COACHBOOK_DEADLINES_WAIT_LIST_OFFER", "PT15S"));
    }

    @Test
    void nothing_given_changes_nothing() {
        assertThat(Deadlines.parse("").environment()).isEmpty();
    }

    @Test
    void an_unknown_name_is_refused() {
        assertThatThrownBy(() -> Deadlines.parse("lunch=1h")).hasMessageContaining("lunch");
    }

    @Test
    void a_duration_without_a_unit_is_refused() {
        assertThatThrownBy(() -> Deadlines.parse("hold=20")).hasMessageContaining("hold=20s");
        assertThatThrownBy(() -> Deadlines.parse("hold")).hasMessageContaining("hold=20s");
    }
}
