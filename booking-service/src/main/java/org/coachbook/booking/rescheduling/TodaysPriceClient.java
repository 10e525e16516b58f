package org.coachbook.booking.rescheduling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.coachbook.booking.actions.ActionProblems;
import org.coachbook.booking.process.Order;
import org.coachbook.booking.process.Refusal;
import org.coachbook.booking.process.TodaysPrice;
import org.coachbook.chassis.http.Problem;
import org.coachbook.contracts.pricing.Price;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks pricing-service what a time costs the client today, with his own token: what he pays may depend on who he is. What
 * it refuses concerns the time, not the booking: there is no price for it.
 */
@ApplicationScoped
class TodaysPriceClient {
    private static final Logger LOG = Logger.getLogger(TodaysPriceClient.class);

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Asked(
            String coachId,
            String sessionTypeId,
            String start,
            int durationMinutes,
            @Nullable Integer occurrences) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Told(Price price) {}

    /** No such session type any more, or not for him, of that length, or at that time; no rate, or an amount out of bounds. */
    private static final Set<Integer> NO_PRICE = Set.of(400, 404, 409, 422);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final ObjectMapper json;
    private final String pricing;

    TodaysPriceClient(
            ObjectMapper json,
            @ConfigProperty(name = "coachbook.services.pricing.url", defaultValue = "http://127.0.0.1:8083")
                    String pricing) {
        this.json = json;
        this.pricing = pricing;
    }

    /**
     * The price of what was ordered at another time, without what can be used only once.
     *
     * @throws org.coachbook.chassis.http.ProblemException when there is no price, or 503 when pricing-service cannot be asked
     */
    TodaysPrice at(Instant start, Order order, String callersToken) {
        try {
            HttpResponse<String> answer =
                    http.send(request(start, order, callersToken), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                Price price = json.readValue(answer.body(), Told.class).price();
                return new TodaysPrice(price.currency(), price.base(), price.discounted(), price.total());
            }
            throw problemOf(answer).asException();
        } catch (IOException e) {
            LOG.infof("No price from pricing-service: %s", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Problem.tryAgain().asException();
    }

    private HttpRequest request(Instant start, Order order, String token) throws JsonProcessingException {
        Asked asked = new Asked(
                order.coachId(),
                order.sessionTypeId(),
                start.toString(),
                order.durationMinutes(),
                order.quote().occurrences());
        return HttpRequest.newBuilder(URI.create(pricing + "/api/quotes"))
                .timeout(Duration.ofSeconds(3))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(asked)))
                .build();
    }

    private static Problem problemOf(HttpResponse<String> answer) {
        if (NO_PRICE.contains(answer.statusCode())) {
            return ActionProblems.of(new Refusal.NoPrice());
        }
        LOG.warnf("pricing-service answered %d", answer.statusCode());
        return Problem.tryAgain();
    }
}
