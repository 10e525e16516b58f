package org.coachbook.pricing.rates;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.coachbook.chassis.http.FieldError;
import org.coachbook.pricing.money.Currency;
import org.jspecify.annotations.Nullable;

/** Reads single values and collects what is wrong; a wrong value reads as a harmless one, so that reading goes on. */
final class FieldChecks {
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,4}(\\.\\d{1,4})?");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d|24:00");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final List<FieldError> errors = new ArrayList<>();
    private final boolean chargeableOnly;

    /** @param chargeableOnly whether sums of money have to be chargeable; cards of before that was asked hold others */
    FieldChecks(boolean chargeableOnly) {
        this.chargeableOnly = chargeableOnly;
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    void refuse(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    String id(String field, @Nullable String value) {
        if (value == null || !ID.matcher(value).matches()) {
            refuse(field, "must be an id");
            return "";
        }
        return value;
    }

    /** A sum of money; one that is not chargeable would be rounded, to nothing even. */
    long amount(String field, @Nullable Long value, Currency currency) {
        if (value == null || value < 0 || value > currency.maximum()) {
            refuse(field, "must be minor units between 0 and " + currency.maximum());
            return 0;
        }
        if (chargeableOnly && !currency.canCharge(value)) {
            refuse(field, "must be a multiple of " + currency.show(currency.chargeable()));
        }
        return value;
    }

    int between(String field, @Nullable Integer value, int minimum, int maximum) {
        if (value == null || value < minimum || value > maximum) {
            refuse(field, "must be between " + minimum + " and " + maximum);
            return minimum;
        }
        return value;
    }

    /** A decimal as text from 0 to {@code maximum} with at most 4 decimals, without sign, exponent or blank. */
    BigDecimal decimal(String field, @Nullable String text, int maximum) {
        if (text == null
                || !DECIMAL.matcher(text).matches()
                || new BigDecimal(text).compareTo(BigDecimal.valueOf(maximum)) > 0) {
            refuse(field, "must be a decimal as text between \"0\" and \"" + maximum + "\" with at most 4 decimals");
            return BigDecimal.ZERO;
        }
        return new BigDecimal(text);
    }

    /** Minute of the day from {@code HH:mm}; 1440 for {@code 24:00}. */
    int minuteOfDay(String field, @Nullable String text) {
        if (text == null || !TIME.matcher(text).matches()) {
            refuse(field, "must be a time as HH:mm");
            return 0;
        }
        return Integer.parseInt(text, 0, 2, 10) * 60 + Integer.parseInt(text, 3, 5, 10);
    }

    LocalDate date(String field, @Nullable String text) {
        try {
            if (text != null && DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
            refuse(field, "must be a date as YYYY-MM-DD");
        } catch (DateTimeException e) {
            refuse(field, "is not a day of the calendar");
        }
        return LocalDate.EPOCH;
    }

    DayOfWeek day(String field, @Nullable String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(text))
                .findFirst()
                .orElseGet(() -> {
                    refuse(field, "must be a day from MONDAY to SUNDAY");
                    return DayOfWeek.MONDAY;
                });
    }

    /** The list, empty when it was left out; too long a list is refused and not looked at. */
    <T> List<T> list(String field, @Nullable List<T> values, int longest) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > longest) {
            refuse(field, "may have at most " + longest + " entries");
            return List.of();
        }
        return values;
    }
}
