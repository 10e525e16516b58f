package org.coachbook.pricing.money;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The committed table {@code currencies.csv}. Decimals, chargeable units and minima are Stripe's (docs.stripe.com,
 * Supported currencies); where Stripe documents no minimum, one that is safely above 0.50 USD.
 */
public final class Currencies {
    private static final Map<String, Currency> TABLE = read();

    private Currencies() {}

    /** The currency with this ISO 4217 code, in capitals. */
    public static Optional<Currency> find(String code) {
        return Optional.ofNullable(TABLE.get(code));
    }

    /** All that can be charged, by code. */
    public static Map<String, Currency> all() {
        return TABLE;
    }

    private static Map<String, Currency> read() {
        InputStream table = Objects.requireNonNull(Currencies.class.getResourceAsStream("currencies.csv"));
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return rows.lines()
                    .skip(1)
                    .map(Currencies::row)
                    .collect(Collectors.toUnmodifiableMap(Currency::code, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Currency row(String line) {
        String[] cells = line.split(",", -1);
        return new Currency(
                cells[0],
                Integer.parseInt(cells[1]),
                Long.parseLong(cells[2]),
                Long.parseLong(cells[3]),
                Long.parseLong(cells[4]),
                Long.parseLong(cells[5]));
    }
}
