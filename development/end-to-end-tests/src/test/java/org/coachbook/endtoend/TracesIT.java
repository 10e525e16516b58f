package org.coachbook.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coachbook.endtoend.journey.Api;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Coach;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Offer;
import org.coachbook.localstack.LocalStack;
import org.junit.jupiter.api.Test;

/** What an operator sees of one booking: its trace (W3C Trace Context) in the JSON logs of every service it passes. */
class TracesIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final List<String> HANDLING =
            List.of("booking-service", "availability-service", "payment-service", "notification-service");

    private final LocalStack stack = RunningSystem.stack();
    private final Marketplace marketplace = RunningSystem.marketplace();
    private final Instant start = RunningSystem.times().next();

    @Test
    void a_callers_trace_leads_through_the_logs_of_all_services_that_handle_his_booking() {
        Coach coach = marketplace.coach(Offer.PAID);
        String trace = UUID.randomUUID().toString().replace("-", "");
        Client client = traced(marketplace.client(), trace);
        client.book(coach, start, client.quote(coach, start), UUID.randomUUID().toString())
                .require(201);
        for (String service : HANDLING) {
            await(service).atMost(LIMIT).untilAsserted(() -> assertThat(lines(service))
                    .anyMatch(line -> line.at("/mdc/traceId").asText().equals(trace)));
        }
    }

    private static Client traced(Client client, String trace) {
        Api api = client.api().with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
        return new Client(client.person().with(api), client.stripe(), client.publishableKey());
    }

    private List<JsonNode> lines(String service) {
        Path log = stack.logs().resolve(service + ".log");
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith("{") && line.endsWith("}"))
                    .map(TracesIT::json)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String line) {
        try {
            return Api.JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
