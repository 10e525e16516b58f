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
    private static final Set<String> TYPES = Set.of("early_bird", "recurring", "connection");
    private static final int MOST_DISCOUNTS = 20;
    private static final int MOST_DAYS_AHEAD = 730;
    private static final int LONGEST_SERIES = 12;

    private final FieldChecks checks;
    private final Currency currency;

    DiscountReader(FieldChecks checks, Currency currency) {
        this.checks = checks;
        this.currency = currency;
    }

    List<Discount> read(String field, @Nullable List<@Nullable DiscountBody> bodies) {
        List<Discount> discounts = new ArrayList<>();
        Set<String> conditions = new HashSet<>();
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

    /** One early bird per number of days, one for each length of a series, one discount for connected clients. */
    private static String conditionOf(Discount discount) {
        return switch (discount) {
            case Discount.EarlyBird bird -> "days " + bird.daysAhead();
            case Discount.Recurring recurring -> "sessions " + recurring.minSessions();
            case Discount.Connected _ -> "connected";
            case Discount.Promotion promotion -> "code " + promotion.code();
            case Discount.Prepaid prepaid -> "package " + prepaid.packageId();
        };
    }

    private Discount discount(String field, @Nullable DiscountBody sent) {
        DiscountBody body = sent == null ? new DiscountBody(null, null, null, null, null) : sent;
        String type = String.valueOf(body.type());
        if (!TYPES.contains(type)) {
            checks.refuse(field + ".type", "must be early_bird, recurring or connection");
            return new Discount.Connected(reduction(field, body));
        }
        belongsTo("early_bird", type, field + ".daysAhead", body.daysAhead());
        belongsTo("recurring", type, field + ".minSessions", body.minSessions());
        return switch (type) {
            case "early_bird" ->
                new Discount.EarlyBird(
                        checks.between(field + ".daysAhead", body.daysAhead(), 1, MOST_DAYS_AHEAD),
                        reduction(field, body));
            case "recurring" ->
                new Discount.Recurring(
                        checks.between(field + ".minSessions", body.minSessions(), 2, LONGEST_SERIES),
                        reduction(field, body));
            default -> new Discount.Connected(reduction(field, body));
        };
    }

    private void belongsTo(String owner, String type, String field, @Nullable Integer value) {
        if (value != null && !owner.equals(type)) {
            checks.refuse(field, "belongs to " + owner + " only");
        }
    }

    private Reduction reduction(String field, DiscountBody body) {
        if ((body.percent() == null) == (body.amount() == null)) {
            checks.refuse(field, "must have either percent or amount");
            return new Reduction.FixedAmount(0);
        }
        return body.percent() == null
                ? new Reduction.FixedAmount(checks.amount(field + ".amount", body.amount(), currency))
                : new Reduction.Percentage(checks.decimal(field + ".percent", body.percent(), 100));
    }
}
