package org.coachbook.pricing.calculation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.coachbook.pricing.rates.Discount;

/** Decides which of a coach's discounts a client gets; what the client says about himself plays no part. */
public final class DiscountConditions {
    private static final Duration DAY = Duration.ofHours(24);

    private DiscountConditions() {}

    /**
     * What the conditions ask about.
     *
     * @param lead from now until the start; exactly N times 24 hours is enough for N days
     * @param sessions how many sessions the series has; 1 for a single booking
     * @param connected whether the client has an accepted connection to the coach
     */
    public record Asked(Duration lead, int sessions, boolean connected) {}

    /** The discounts whose condition is met: of the early birds and of the series the one that asks most. */
    public static List<Discount> met(List<Discount> offered, Asked asked) {
        List<Discount> met = new ArrayList<>();
        of(offered, Discount.EarlyBird.class)
                .filter(bird -> asked.lead().compareTo(DAY.multipliedBy(bird.daysAhead())) >= 0)
                .max(Comparator.comparingInt(Discount.EarlyBird::daysAhead))
                .ifPresent(met::add);
        of(offered, Discount.Recurring.class)
                .filter(recurring -> asked.sessions() >= recurring.minSessions())
                .max(Comparator.comparingInt(Discount.Recurring::minSessions))
                .ifPresent(met::add);
        of(offered, Discount.Connected.class).filter(_ -> asked.connected()).forEach(met::add);
        return List.copyOf(met);
    }

    private static <D extends Discount> Stream<D> of(List<Discount> offered, Class<D> kind) {
        return offered.stream().filter(kind::isInstance).map(kind::cast);
    }
}
