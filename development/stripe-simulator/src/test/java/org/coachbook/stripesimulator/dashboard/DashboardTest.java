package org.coachbook.stripesimulator.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.coachbook.stripesimulator.RunningSimulator;
import org.coachbook.stripesimulator.objects.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DashboardTest {
    @RegisterExtension
    static final RunningSimulator STRIPE = new RunningSimulator();

    @Test
    void it_shows_what_the_simulator_holds_to_persons_and_programs() throws Exception {
        String intent = STRIPE.captured(RunningSimulator.manual().putMetadata("note", "<script>alert(1)</script>"))
                .getId();
        String page = STRIPE.send(STRIPE.request("GET", "/simulator", "")).body();
        assertThat(page).contains(intent, "Payment intents (1)").doesNotContain("<script>");
        JsonNode state = Json.parse(
                STRIPE.send(STRIPE.request("GET", "/simulator/state", "")).body());
        assertThat(state.path("counts").path("charges").asInt()).isEqualTo(1);
        assertThat(state.path("payment_intents").path(0).path("id").asText()).isEqualTo(intent);
        assertThat(state.toString()).doesNotContain("whsec_", "sk_test");
    }
}
