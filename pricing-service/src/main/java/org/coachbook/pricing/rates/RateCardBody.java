package org.coachbook.pricing.rates;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rate card as it is sent, shown and stored. Amounts are minor units of {@code currency}; percentages and multipliers
 * are decimals as text; times are the coach's local time. {@link RateCardReader} says what is valid.
 *
 * @param currency ISO 4217
 * @param vat left out: the usual rate, included
 * @param rates one entry per session type; none at all: the coach charges for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RateCardBody(
        @Nullable String currency,
        @Nullable VatBody vat,
        @Nullable List<@Nullable RateBody> rates) {

    /**
     * @param ratePercent 0 to 100, at most 4 decimals; left out: {@code "8.1"}
     * @param changes later rates; a session is taxed by the one on the local date of its start
     * @param exemption why no tax is due until the first change, as it stands on invoices; with {@code ratePercent "0"}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VatBody(
            @Nullable String ratePercent,
            @Nullable Boolean included,
            @Nullable List<@Nullable VatChangeBody> changes,
            @Nullable String exemption) {}

    /**
     * @param from the first date of the rate; changes are sent in the order of their dates
     * @param exemption why no tax is due from then on; with {@code ratePercent "0"}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VatChangeBody(
            @Nullable String from,
            @Nullable String ratePercent,
            @Nullable String exemption) {}

    /**
     * @param durationMinutes a length that the session type has
     * @param amount what a session of this length costs, minor units
     */
    public record FixedPriceBody(
            @Nullable Integer durationMinutes, @Nullable Long amount) {}

    /**
     * @param hourly minor units per 60 minutes; 0 makes the session free; may be left out beside fixed prices
     * @param fixedPrices prices of whole sessions by length; they go before {@code hourly}
     * @param timeBased hours of the week with another rate
     * @param specialPeriods dates with another rate; they go before hours of the week
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RateBody(
            @Nullable String sessionTypeId,
            @Nullable Long hourly,
            @Nullable List<@Nullable FixedPriceBody> fixedPrices,
            @Nullable List<@Nullable TimeBasedBody> timeBased,
            @Nullable List<@Nullable SpecialPeriodBody> specialPeriods,
            @Nullable List<@Nullable DiscountBody> discounts) {}

    /**
     * @param days {@code MONDAY} to {@code SUNDAY}
     * @param from {@code HH:mm}
     * @param to {@code HH:mm} after {@code from}; {@code 24:00} ends the day
     * @param multiplier of the usual rate; either this or {@code hourly}
     * @param hourly minor units per 60 minutes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TimeBasedBody(
            @Nullable List<@Nullable String> days,
            @Nullable String from,
            @Nullable String to,
            @Nullable String multiplier,
            @Nullable Long hourly) {}

    /**
     * @param from a date
     * @param to a date, inclusive
     * @param multiplier of the usual rate; either this or {@code hourly}
     * @param hourly minor units per 60 minutes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SpecialPeriodBody(
            @Nullable String from,
            @Nullable String to,
            @Nullable String multiplier,
            @Nullable Long hourly) {}

    /**
     * @param type {@code early_bird}, {@code recurring} or {@code connection}
     * @param daysAhead of an early bird: at least so many days before the start
     * @param minSessions of a recurring booking: a series of at least so many sessions
     * @param percent of the base, 0 to 100; either this or {@code amount}
     * @param amount minor units
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DiscountBody(
            @Nullable String type,
            @Nullable Integer daysAhead,
            @Nullable Integer minSessions,
            @Nullable String percent,
            @Nullable Long amount) {}
}
