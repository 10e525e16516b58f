package org.coachbook.pricing.rates;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coachbook.pricing.money.Currency;
import org.coachbook.pricing.rates.RateCardBody.DiscountBody;
import org.jspecify.annotations.Nullable;

/** Reads the discounts of one session type. */
final class DiscountReader {
    private static final int MOST_DISCOUNTS = 20;
    private static final int MOST_DAYS_AHEAD = 730;

    private final FieldChecks checks;
    private final Currency currency;

    DiscountReader(FieldChecks checks, Currency currency) {
        this.checks = checks;
        this.currency = currency;
    }

    List<Discount> read(String field, @Nullable List<@Nullable DiscountBody> bodies) {
        List<Discount> discounts = new ArrayList<>();
        Set<Integer> conditions = new HashSet<>();
        List<@Nullable DiscountBody> entries = checks.list(field, bodies, MOST_DISCOUNTS);
        for (int i = 0; i < entries.size(); i++) {
            int errorsBefore = checks.errors().size();
            Discount discount = discount(field + "[" + i + "]", entries.get(i));
            boolean readable = checks.errors().size() == errorsBefore;
            if (readable && !conditions.add(conditionOf(discount))) {
                checks.refuse(field + "[" + i + "]", "is there already");
            }
            discounts.add(discount);
        }
        return List.copyOf(discounts);
    }

    /** One early bird per number of days, one discount for connected clients. */
    private static int conditionOf(Discount discount) {
        return switch (discount) {
            case Discount.EarlyBird bird -> bird.daysAhead();
            case Discount.Connected _ -> -1;
        };
    }

    private Discount discount(String field, @Nullable DiscountBody sent) {
        DiscountBody body = sent == null ? new DiscountBody(null, null, null, null) : sent;
        if ("early_bird".equals(body.type())) {
            int daysAhead = checks.between(field + ".daysAhead", body.daysAhead(), 1, MOST_DAYS_AHEAD);
            return new Discount.EarlyBird(daysAhead, reduction(field, body));
        }
        if (!"connection".equals(body.type())) {
            checks.refuse(field + ".type", "must be early_bird or connection");
        } else if (body.daysAhead() != null) {
            checks.refuse(field + ".daysAhead", "belongs to early_bird only");
        }
        return new Discount.Connected(reduction(field, body));
    }

    private Reduction reduction(String field, DiscountBody body) {
        if ((body.percent() == null) == (body.amount() == null)) {
            checks.refuse(field, "must have either percent or amount");
            return new Reduction.FixedAmount(0);
        }
        return body.percent() == null
                ? new Reduction.FixedAmount(checks.amount(field + ".amount", body.amount(), currency.maximum()))
                : new Reduction.Percentage(checks.decimal(field + ".percent", body.percent(), 100));
    }
}
