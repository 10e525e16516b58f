package org.coachbook.pricing.calculation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.coachbook.pricing.rates.Discount;

/** Decides which of a coach's discounts a client gets; what the client says about himself plays no part. */
public final class DiscountConditions {
    private static final Duration DAY = Duration.ofHours(24);

    private DiscountConditions() {}

    /**
     * The discounts whose condition is met: of the early birds only the one for the longest lead.
     *
     * @param lead from now until the start; exactly N times 24 hours is enough for N days
     * @param connected whether the client has an accepted connection to the coach
     */
    public static List<Discount> met(List<Discount> offered, Duration lead, boolean connected) {
        List<Discount> met = new ArrayList<>();
        offered.stream()
                .filter(Discount.EarlyBird.class::isInstance)
                .map(Discount.EarlyBird.class::cast)
                .filter(bird -> lead.compareTo(DAY.multipliedBy(bird.daysAhead())) >= 0)
                .max(Comparator.comparingInt(Discount.EarlyBird::daysAhead))
                .ifPresent(met::add);
        if (connected) {
            offered.stream().filter(Discount.Connected.class::isInstance).forEach(met::add);
        }
        return List.copyOf(met);
    }
}
