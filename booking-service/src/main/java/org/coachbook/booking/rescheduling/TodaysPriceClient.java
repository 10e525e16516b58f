package org.coachbook.booking.rescheduling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import org.coachbook.booking.actions.ActionProblems;
import org.coachbook.booking.process.Order;
import org.coachbook.booking.process.Refusal;
import org.coachbook.booking.process.TodaysPrice;
import org.coachbook.booking.services.ServiceClient;
import org.coachbook.chassis.http.Problem;
import org.coachbook.contracts.pricing.Price;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Asks pricing-service what a time costs the client today, with his own token: what he pays may depend on who he is. What
 * it refuses concerns the time, not the booking: there is no price for it.
 */
@Singleton
class TodaysPriceClient {
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

    private final ServiceClient services;
    private final String pricing;

    TodaysPriceClient(
            ServiceClient services,
            @ConfigProperty(name = "coachbook.services.pricing.url", defaultValue = "http://127.0.0.1:8083")
                    String pricing) {
        this.services = services;
        this.pricing = pricing;
    }

    /**
     * The price of what was ordered at another time, without what can be used only once.
     *
     * @throws org.coachbook.chassis.http.ProblemException when there is no price, or 503 when pricing-service cannot be asked
     */
    TodaysPrice at(Instant start, Order order, String callersToken) {
        Asked asked = new Asked(
                order.coachId(),
                order.sessionTypeId(),
                start.toString(),
                order.durationMinutes(),
                order.quote().occurrences());
        ServiceClient.Answer<Told> answer = services.ask(
                        pricing + "/api/quotes", "Bearer " + callersToken, asked, Told.class)
                .orElseThrow(() -> Problem.tryAgain().asException());
        Told told = answer.body();
        if (told == null) {
            throw problemOf(answer.status()).asException();
        }
        Price price = told.price();
        return new TodaysPrice(price.currency(), price.base(), price.discounted(), price.total());
    }

    private static Problem problemOf(int status) {
        return NO_PRICE.contains(status) ? ActionProblems.of(new Refusal.NoPrice()) : Problem.tryAgain();
    }
}
